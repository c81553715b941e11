using System.Diagnostics;
using System.Globalization;
using Vuosikello.Projections.Feeds;

namespace Vuosikello.Benchmarks.Feeds;

/// <summary>From a change of one activity to new bytes of the feed of 5,000 that it is in, plain and gzip. <c>feed-change [changes]</c></summary>
public sealed class FeedChangeBenchmark : IBenchmark
{
    private const int Events = 5_000;
    private const int ToWarmUp = 50;

    /// <inheritdoc />
    public string Name => "feed-change";

    /// <inheritdoc />
    public async Task Run(Session session, string[] args)
    {
        int changes = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 300;
        var year = new OneYear(Events);
        var work = new FeedWork();
        var settings = new FeedSettings(new Uri("https://vuosikello.example/"));
        var feeds = new KeptFeeds(year, new(year, year, year, settings), settings, work, year);
        var whole = Stopwatch.StartNew();
        var feed = Found(feeds);
        session.Figures.Within($"a feed of {Events:N0} events for the first time, {feed.Plain.Length / 1024:N0} KB, {feed.Gzip.Length / 1024:N0} KB gzip", null, whole.Elapsed.TotalMilliseconds, "ms");

        Times(year, feeds, ToWarmUp);
        long rendered = work.EventsRendered;
        var times = Times(year, feeds, changes);
        if (work.EventsRendered - rendered != changes) throw new InvalidOperationException($"{changes} changes rendered {work.EventsRendered - rendered} events.");
        session.Figures.Within("the same after one change, p50", 5, Figures.Percentile(times, 0.5), "ms");
        session.Figures.Within("the same after one change, p99", 5, Figures.Percentile(times, 0.99), "ms");

        var compressing = Stopwatch.StartNew();
        byte[] brotli = await Found(feeds).Brotli;
        session.Figures.Within($"its brotli, {brotli.Length / 1024:N0} KB, made in the background", null, compressing.Elapsed.TotalMilliseconds, "ms");
    }

    private static double[] Times(OneYear year, KeptFeeds feeds, int changes) =>
    [
        .. Enumerable.Range(0, changes).Select(_ =>
        {
            string before = Found(feeds).Tag;
            year.Change();
            var watch = Stopwatch.StartNew();
            var feed = Found(feeds);
            double milliseconds = watch.Elapsed.TotalMilliseconds;
            return feed.Tag != before ? milliseconds : throw new InvalidOperationException("The change does not show.");
        }),
    ];

    /// <summary>Rendered here and now: nobody else asks for feeds.</summary>
    private static Feed Found(KeptFeeds feeds) => feeds.Find(OneYear.Feed, default).AsTask().GetAwaiter().GetResult()!.Value.Feed;
}
