using System.Collections.Immutable;
using NodaTime;

namespace Vuosikello.Projections.Feeds.Items;

/// <summary>Where feeds have what they show from: a year, one activity, or the days of agreements. It follows the views by itself.</summary>
internal interface IItemSource
{
    /// <summary>What there is now: the same object until something changes.</summary>
    SourceState Now();
}

/// <summary>What a source had at one moment. Immutable.</summary>
/// <param name="Items">In an order that follows from themselves.</param>
/// <param name="ChangedAt">When anything of it, also what is gone, changed last.</param>
/// <param name="Recent">How it came to this.</param>
internal sealed record SourceState(IItemSource Source, ImmutableArray<FeedItem> Items, Instant ChangedAt, RecentChanges Recent);

/// <summary>Something that came (no before), went (no after) or changed.</summary>
internal readonly record struct ItemChange(FeedItem? Before, FeedItem? After);

/// <summary>The last changes of a source, so that a feed that was made from an earlier state can see whether they concern it.</summary>
internal sealed class RecentChanges
{
    private const int Most = 256;
    private readonly ImmutableArray<(long Version, ItemChange Change)> _changes;
    private readonly long _from;

    private RecentChanges(long version, long from, ImmutableArray<(long, ItemChange)> changes) => (Version, _from, _changes) = (version, from, changes);

    /// <summary>Nothing is known of what was before.</summary>
    public static RecentChanges None { get; } = new(0, 0, []);

    /// <summary>Grows with each state of the source.</summary>
    public long Version { get; }

    /// <summary>These came next. Old ones are forgotten.</summary>
    public RecentChanges Then(IReadOnlyCollection<ItemChange> changes)
    {
        long version = Version + 1;
        if (changes.Count > Most) return new(version, version, []);
        var all = _changes.AddRange(changes.Select(change => (version, change)));
        if (all.Length <= Most) return new(version, _from, all);
        long forgotten = all[all.Length - Most - 1].Version;
        return new(version, forgotten, [.. all.Where(change => change.Version > forgotten)]);
    }

    /// <summary>What changed after a version; false when that is so long ago that it is not known.</summary>
    public bool TryTell(long since, out IEnumerable<ItemChange> changes)
    {
        changes = since < _from ? [] : _changes.Where(change => change.Version > since).Select(change => change.Change);
        return since >= _from;
    }
}
