using System.Collections.Concurrent;
using NodaTime;
using Vuosikello.Projections.Feeds;

namespace Vuosikello.Web.Feeds;

/// <summary>
/// Counts without a lock and, for a feed that it knows, without allocating. Of so many feeds at most; when there are more, the half
/// that was fetched longest ago is forgotten, and <see cref="Since"/> says from when on the rest is known.
/// </summary>
public sealed class FeedFetches(IClock clock, int most = FeedFetches.MostFeeds) : IFeedFetches
{
    /// <summary>Some 300 octets each.</summary>
    private const int MostFeeds = 10_000;

    private readonly ConcurrentDictionary<FeedKey, FetchCount> _counts = new();
    private readonly Lock _forgetting = new();
    private long _since = clock.GetCurrentInstant().ToUnixTimeSeconds();
    private int _known;

    public Instant Since => Instant.FromUnixTimeSeconds(Volatile.Read(ref _since));

    public void Note(FeedKey feed, CalendarProgram program)
    {
        long now = clock.GetCurrentInstant().ToUnixTimeSeconds();
        if (_counts.TryGetValue(feed, out var count))
        {
            count.Add(now, program);
            return;
        }
        Added(feed).Add(now, program);
        if (Volatile.Read(ref _known) > most) Forget();
    }

    public FeedFetched? Of(FeedKey feed) =>
        _counts.TryGetValue(feed, out var count) ? count.Read(clock.GetCurrentInstant().ToUnixTimeSeconds()) : null;

    private FetchCount Added(FeedKey feed)
    {
        var fresh = new FetchCount();
        var count = _counts.GetOrAdd(feed, fresh);
        if (ReferenceEquals(count, fresh)) Interlocked.Increment(ref _known);
        return count;
    }

    private void Forget()
    {
        lock (_forgetting)
        {
            if (Volatile.Read(ref _known) <= most) return;
            var oldest = _counts.Select(pair => (pair.Key, pair.Value.Last)).OrderBy(pair => pair.Last).Take((most / 2) + 1).ToArray();
            foreach (var (key, last) in oldest)
            {
                if (!_counts.TryRemove(key, out var gone)) continue;
                Interlocked.Decrement(ref _known);
                Volatile.Write(ref _since, Math.Max(Volatile.Read(ref _since), Math.Max(last, gone.Last)));
            }
        }
    }
}
