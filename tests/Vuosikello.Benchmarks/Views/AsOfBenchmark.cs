using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using Vuosikello.Domain;
using Vuosikello.Events;
using Vuosikello.Events.Sqlite;
using Vuosikello.Projections;
using Vuosikello.Projections.AsOf;
using Vuosikello.Projections.Boards;

namespace Vuosikello.Benchmarks.Views;

/// <summary>A large year's board as it was: the first look at a moment, and the next ones, beside the board of now. <c>asof [events]</c></summary>
public sealed class AsOfBenchmark : IBenchmark
{
    private const int Looks = 7;
    private const double Goal = 12;

    public string Name => "asof";

    public async Task Run(Session session, string[] args)
    {
        int events = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 33_000;
        using var bench = await ViewsBench.Generate(events);
        // All of the log is read and parsed once by one plain query: what reading the past at least costs.
        double plain = bench.Events / bench.PlainRead() * 1000;

        var services = new ServiceCollection();
        services.AddSingleton<IClock>(SystemClock.Instance);
        services.AddSingleton(typeof(ILogger<>), typeof(NullLogger<>));
        services.AddSqliteEventStore(bench.Folder);
        services.AddProjections();
        await using var provider = services.BuildServiceProvider();
        var host = provider.GetServices<IHostedService>().First();
        await host.StartAsync(CancellationToken.None);
        await provider.GetRequiredService<IViews>().WaitFor(await provider.GetRequiredService<IEventStore>().End(), CancellationToken.None);
        var (past, boards) = (provider.GetRequiredService<IAsItWas>(), provider.GetRequiredService<IBoardViews>());
        var cycle = new CycleId(new PartnershipId("seutu-0"), 2026);
        int activities = boards.Find(cycle)!.Activities.Length;

        var (first, again, now) = (new List<double>(), new List<double>(), new List<double>());
        for (int look = 0; look < Looks; look++)
        {
            // A moment after everything happened: no shorter past is more work.
            var at = Instant.FromUtc(2026, 12, 1, 0, 0).Plus(Duration.FromMinutes(look));
            first.Add(await Took(() => past.Board(cycle, at, CancellationToken.None)));
            again.Add(await Took(() => past.Board(cycle, at, CancellationToken.None)));
            now.Add(await Took(() => new(boards.Find(cycle))));
        }
        string what = $"a past board of {activities:N0} activities";
        session.Figures.AtMost($"{what}, the first look, beside plain reading", Goal, Figures.Median(first), plain);
        session.Figures.Within($"{what}, the next look", 1, Figures.Median(again), "ms");
        session.Figures.Within("the board of now", null, Figures.Median(now), "ms");
        await host.StopAsync(CancellationToken.None);
    }

    private static async Task<double> Took(Func<ValueTask<BoardView?>> look)
    {
        long start = Stopwatch.GetTimestamp();
        if (await look() is not { Activities.Length: > 0 }) throw new InvalidOperationException("The board is empty.");
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }
}
