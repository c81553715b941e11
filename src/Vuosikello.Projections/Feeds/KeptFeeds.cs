using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using Vuosikello.Domain;
using Vuosikello.Domain.Activities;
using Vuosikello.Projections.Feeds.Bytes;
using Vuosikello.Projections.Feeds.Items;
using Vuosikello.Projections.Partnerships;

namespace Vuosikello.Projections.Feeds;

/// <summary>
/// Keeps feeds that were asked for. A request costs a look at what the feed was made from; the first one after a change looks whether
/// the change is of something that the feed holds or held, and only then puts the feed together anew, while others wait for it.
/// </summary>
public sealed class KeptFeeds(IPartnershipViews partnerships, FeedSources sources, FeedSettings settings, FeedWork work, IClock clock) : IFeeds
{
    /// <summary>So many feeds at once are rendered that were not kept: anybody may ask for ever other ones.</summary>
    private const int FirstAtOnce = 2;

    private static readonly DateTimeZone Helsinki = EventTimes.Zone(Zones.Helsinki);
    private readonly SemaphoreSlim _first = new(FirstAtOnce);
    private readonly FeedSlots _slots = new(settings.MostOctets);
    private readonly FeedComposer _composer = new(work);

    /// <summary>How many feeds are kept.</summary>
    internal int Count => _slots.Count;

    /// <inheritdoc />
    public ValueTask<FoundFeed?> Find(FeedKey key, CancellationToken ct)
    {
        if (partnerships.Find(key.Partnership) is not { } partnership || KnownChoice.Of(key.Choice, partnership.State) is not { } choice) return default;
        key = key with { Choice = choice };
        var now = clock.GetCurrentInstant();
        var slot = _slots.Find(key);
        if (slot?.Kept is { } kept && kept.StillHolds(partnership, now))
        {
            slot.AskedAt = now.ToUnixTimeTicks();
            return new(new FoundFeed(key, kept.Feed));
        }
        if (!Exists(partnership, key)) return default;
        return slot?.Kept is null ? First(key, ct) : new(Renewed(key, partnership));
    }

    /// <summary>Whoever waits here holds no thread: however many feeds are asked for that nobody has asked for before, those that are kept are served.</summary>
    private async ValueTask<FoundFeed?> First(FeedKey key, CancellationToken ct)
    {
        await _first.WaitAsync(ct);
        try
        {
            return partnerships.Find(key.Partnership) is { } partnership ? Renewed(key, partnership) : null;
        }
        finally
        {
            _first.Release();
        }
    }

    private FoundFeed? Renewed(FeedKey key, PartnershipView partnership)
    {
        var now = clock.GetCurrentInstant();
        var slot = _slots.Find(key) ?? _slots.Add(key, now.ToUnixTimeTicks());
        lock (slot)
        {
            partnership = partnerships.Find(key.Partnership) ?? partnership;
            if (slot.Kept is { } since && since.StillHolds(partnership, now)) return new(key, since.Feed);
            var next = Make(key, partnership, now, slot.Kept);
            if (next is null) _slots.Remove(slot);
            else _slots.Put(slot, next);
            return next is null ? null : new(key, next.Feed);
        }
    }

    private static bool Exists(PartnershipView partnership, FeedKey key) => key.Scope switch
    {
        FeedScope.Year => partnership.Years.Any(year => key.Of == year.Year.ToString("0000", CultureInfo.InvariantCulture)),
        FeedScope.Activity => Guid.TryParseExact(key.Of, "D", out _),
        _ => FeedNames.Title(partnership.State, key) is not null,
    };

    /// <summary>The feed as it is now: the one before while no change is of anything in it. Null for an activity that there is not.</summary>
    private KeptFeed? Make(FeedKey key, PartnershipView partnership, Instant now, KeptFeed? before)
    {
        int thisYear = now.InZone(Helsinki).Year;
        var years = FeedSources.Years(key, thisYear);
        var membership = new FeedMembership(key, partnership.State, years);
        var made = key.Scope == FeedScope.Activity ? before?.Sources ?? [sources.Activity(key.Partnership, new ActivityId(Guid.Parse(key.Of)))] : sources.Of(key, partnership, years);
        ImmutableArray<SourceState> states = [.. made.Select(source => source.Now())];
        if (before is not null && before.IsUntouched(key, partnership, states, membership, now)) return before with { Partnership = partnership, States = states };

        var members = Members(states, membership);
        FeedItem[] held = [.. members.Where(item => !(item.GoneAt <= now))];
        if (key.Scope == FeedScope.Activity && held.Length == 0) return null;
        FeedOmission? leftOut = null;
        if (key.IsOpen) held = settings.Limit.Apply(held, key.Choice, now.InZone(Helsinki).Date, work, out leftOut);

        var turns = Turns(key, members, now, leftOut is not null).ToArray();
        var changed = states.Select(state => state.ChangedAt).Append(partnership.ChangedAt).Concat(turns.Where(at => at <= now)).Max();
        var frame = FeedFrames.Of(key, partnership.State, (held.FirstOrDefault() as ActivityItem)?.View.Details, leftOut, settings);
        var feed = _composer.Compose(frame, held, key.Choice, changed, before?.Feed);
        return new KeptFeed(feed, partnership, states, turns.Where(at => at > now).DefaultIfEmpty(Instant.MaxValue).Min());
    }

    private static List<FeedItem> Members(ImmutableArray<SourceState> states, FeedMembership membership)
    {
        var members = new List<FeedItem>();
        foreach (var state in states)
        {
            foreach (var item in state.Items)
            {
                if (membership.Holds(item)) members.Add(item);
            }
        }
        return members;
    }

    /// <summary>When time alone changes a feed, or has: what was cancelled goes, a year begins, and a day where only what is near today is held.</summary>
    private static IEnumerable<Instant> Turns(FeedKey key, List<FeedItem> members, Instant now, bool limited)
    {
        var today = now.InZone(Helsinki).Date;
        foreach (var item in members)
        {
            if (item.GoneAt is { } gone) yield return gone;
        }
        if (key.IsOpen)
        {
            yield return Helsinki.AtStartOfDay(new LocalDate(today.Year, 1, 1)).ToInstant();
            yield return Helsinki.AtStartOfDay(new LocalDate(today.Year + 1, 1, 1)).ToInstant();
        }
        if (limited)
        {
            yield return Helsinki.AtStartOfDay(today).ToInstant();
            yield return Helsinki.AtStartOfDay(today.PlusDays(1)).ToInstant();
        }
    }
}
