using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using Vuosikello.Domain;
using Vuosikello.Domain.Activities;
using Vuosikello.Events;
using Vuosikello.Events.Sqlite;
using Vuosikello.Projections;
using Vuosikello.Projections.History;

namespace Vuosikello.Benchmarks.Views;

/// <summary>
/// A page of 50 entries of one partnership's history, found and read with what was before and after: at 100,000 events, beside the same page at
/// 1,000. <c>history [events]</c>
/// </summary>
public sealed class HistoryBenchmark : IBenchmark
{
    private const int Pages = 300;
    private const int Small = 1_000;
    private static readonly PartnershipId Partnership = new("seutu-0");

    public string Name => "history";

    public async Task Run(Session session, string[] args)
    {
        int events = args.Length > 0 ? int.Parse(args[0], System.Globalization.CultureInfo.InvariantCulture) : 100_000;
        await using var small = await Served.Generate(Small);
        await using var large = await Served.Generate(events);
        (string Name, HistoryFilter Filter, double? From)[] pages =
        [
            ("the first page", HistoryFilter.None, null),
            ("a page of one kind of event and one organisation", new() { Event = typeof(ActivityRelocated), Partner = new("jarjesto-1") }, null),
            ("a page in the middle", HistoryFilter.None, 0.5),
        ];
        foreach (var (name, filter, from) in pages) await Compare(name, filter, filter, from);
        await Compare("the first page of one activity", large.OfOldestActivity, small.OfOldestActivity, null);

        async Task Compare(string name, HistoryFilter filter, HistoryFilter inSmall, double? from)
        {
            var (ours, theirs) = (await large.Time(filter, from), await small.Time(inSmall, from));
            session.Figures.AtMost($"history of {large.Count:N0} events: {name}, p50", 2, Figures.Median(ours), Figures.Median(theirs));
            session.Figures.Within($"history of {large.Count:N0} events: {name}, p99", null, Figures.Percentile(ours, 0.99), "ms");
        }
    }

    /// <summary>A partnership's log with the views over it.</summary>
    private sealed class Served(ServiceProvider services, IHostedService host, string folder) : IAsyncDisposable
    {
        private readonly IHistory _history = services.GetRequiredService<IHistory>();

        public int Count => _history.Count(Partnership);

        /// <summary>What happened to the activity that was planned first, before all else.</summary>
        public HistoryFilter OfOldestActivity
        {
            get
            {
                var planned = new HistoryFilter { Event = typeof(ActivityPlanned) };
                var page = _history.Page(Partnership, planned, null, 1);
                while (page.Older is { } older) page = _history.Page(Partnership, planned, older, 500);
                return new() { Stream = page.Entries[^1].Stream };
            }
        }

        public static async Task<Served> Generate(int events)
        {
            string folder = Directory.CreateTempSubdirectory("vuosikello-bench-").FullName;
            await using (var store = SqliteEventStore.Open(folder, SystemClock.Instance)) await new LogGenerator(seed: 2026, perYear: int.MaxValue).Fill(store, events);
            var services = new ServiceCollection();
            services.AddSingleton<IClock>(SystemClock.Instance);
            services.AddSingleton(typeof(ILogger<>), typeof(NullLogger<>));
            services.AddSqliteEventStore(folder);
            services.AddProjections();
            var provider = services.BuildServiceProvider();
            var host = provider.GetServices<IHostedService>().First();
            await host.StartAsync(CancellationToken.None);
            await provider.GetRequiredService<IViews>().WaitFor(await provider.GetRequiredService<IEventStore>().End(), CancellationToken.None);
            return new(provider, host, folder);
        }

        /// <summary>Milliseconds of each of many pages; the first ones warm up and do not count.</summary>
        public async Task<double[]> Time(HistoryFilter filter, double? from)
        {
            var end = await services.GetRequiredService<IEventStore>().End();
            Position? before = from is { } share ? new((long)(end.Value * share)) : null;
            var took = new List<double>();
            for (int i = -20; i < Pages; i++)
            {
                long start = Stopwatch.GetTimestamp();
                var page = _history.Page(Partnership, filter, before, 50);
                var read = await _history.Read(page.Entries, CancellationToken.None);
                if (read.Count == 0) throw new InvalidOperationException("The page is empty.");
                if (i >= 0) took.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
            return [.. took];
        }

        public async ValueTask DisposeAsync()
        {
            await host.StopAsync(CancellationToken.None);
            await services.DisposeAsync();
            Directory.Delete(folder, recursive: true);
        }
    }
}
