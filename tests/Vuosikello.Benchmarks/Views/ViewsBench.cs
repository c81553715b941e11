using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using Vuosikello.Benchmarks.Store;
using Vuosikello.Events;
using Vuosikello.Events.Sqlite;
using Vuosikello.Projections;

namespace Vuosikello.Benchmarks.Views;

/// <summary>A generated log in a folder of its own, and views over it as the server runs them.</summary>
internal sealed class ViewsBench : IDisposable
{
    /// <summary>How many there are.</summary>
    public int Events { get; private set; }

    public string Folder { get; } = Directory.CreateTempSubdirectory("vuosikello-bench-").FullName;

    /// <summary>The first argument says how many events; 1,000,000 without it.</summary>
    public static int EventsFrom(string[] args) => args.Length > 0 ? int.Parse(args[0], System.Globalization.CultureInfo.InvariantCulture) : 1_000_000;

    /// <summary>A log of at least so many events.</summary>
    public static async Task<ViewsBench> Generate(int events)
    {
        var bench = new ViewsBench();
        await using var store = SqliteEventStore.Open(bench.Folder, SystemClock.Instance);
        bench.Events = await new LogGenerator(seed: 2026).Fill(store, events);
        return bench;
    }

    /// <summary>Opens the store, follows the log from its first event until the views are ready, and stops.</summary>
    public async Task<TimeSpan> UntilReady()
    {
        long start = Stopwatch.GetTimestamp();
        var services = new ServiceCollection();
        services.AddSingleton<IClock>(SystemClock.Instance);
        services.AddSingleton(typeof(ILogger<>), typeof(NullLogger<>));
        services.AddSqliteEventStore(Folder);
        services.AddProjections();
        await using var provider = services.BuildServiceProvider();
        var views = provider.GetRequiredService<IViews>();
        var host = provider.GetServices<IHostedService>().First();
        await host.StartAsync(CancellationToken.None);
        await views.WaitFor(await provider.GetRequiredService<IEventStore>().End(), CancellationToken.None);
        var took = Stopwatch.GetElapsedTime(start);
        await host.StopAsync(CancellationToken.None);
        return took;
    }

    /// <summary>The limit: every event by one plain query, with its JSON parsed; events per second.</summary>
    public double PlainRead()
    {
        using var plain = new PlainSqlite(Path.Combine(Folder, "events.db"));
        return plain.ReadAll(parse: true);
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
