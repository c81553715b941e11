using System.Diagnostics;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using Vuosikello.Events;
using Vuosikello.Events.Sqlite;
using Vuosikello.Projections;

namespace Vuosikello.Benchmarks.Views;

/// <summary>A generated log in a folder of its own, and views over it as the server runs them.</summary>
internal sealed class ViewsBench : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("vuosikello-bench-").FullName;

    /// <summary>The first argument says how many events; 1,000,000 without it.</summary>
    public static int EventsFrom(string[] args) => args.Length > 0 ? int.Parse(args[0], System.Globalization.CultureInfo.InvariantCulture) : 1_000_000;

    public async Task<int> Generate(int events)
    {
        await using var store = SqliteEventStore.Open(Folder, SystemClock.Instance);
        return await new LogGenerator(seed: 2026).Fill(store, events);
    }

    /// <summary>Opens the store, follows the log until the views are ready, and stops.</summary>
    public async Task<TimeSpan> UntilReady(bool snapshots)
    {
        long start = Stopwatch.GetTimestamp();
        var services = new ServiceCollection();
        services.AddSingleton<IClock>(SystemClock.Instance);
        services.AddSingleton(typeof(ILogger<>), typeof(NullLogger<>));
        services.AddSqliteEventStore(Folder);
        services.AddProjections(snapshots ? Folder : null);
        await using var provider = services.BuildServiceProvider();
        var views = provider.GetRequiredService<IViews>();
        var host = provider.GetServices<IHostedService>().First();
        await host.StartAsync(CancellationToken.None);
        await views.WaitFor(await provider.GetRequiredService<IEventStore>().End(), CancellationToken.None);
        var took = Stopwatch.GetElapsedTime(start);
        await host.StopAsync(CancellationToken.None);
        return took;
    }

    /// <summary>The limit: every event by one plain query, with its JSON parsed.</summary>
    public TimeSpan PlainRead()
    {
        string file = Path.Combine(Folder, "events.db");
        long start = Stopwatch.GetTimestamp();
        using var connection = new SqliteConnection($"Data Source={file};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT position, stream, version, id, type, data, metadata, recorded FROM events ORDER BY position";
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            _ = reader.GetString(1);
            using var data = JsonDocument.Parse(reader.GetFieldValue<byte[]>(5));
        }
        return Stopwatch.GetElapsedTime(start);
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
