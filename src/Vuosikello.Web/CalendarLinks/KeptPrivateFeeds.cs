using System.Collections.Concurrent;
using Microsoft.Extensions.Caching.Memory;
using Vuosikello.Domain;
using Vuosikello.Projections;
using Vuosikello.Projections.CalendarLinks;
using Vuosikello.Projections.Feeds;

namespace Vuosikello.Web.CalendarLinks;

/// <summary>What a private feed was rendered from, besides time.</summary>
/// <param name="Change">The last change in the partnership.</param>
/// <param name="Roles">The owner's roles in it, one on a line.</param>
public sealed record FeedBasis(long Change, string Roles);

/// <summary>A private feed as it was last rendered.</summary>
public sealed record KeptPrivateFeed(RenderedCalendar Calendar, FeedBasis Basis);

/// <summary>
/// Keeps private feeds in memory between two fetches, up to a bound in all: whoever has one link can ask for it in any number of ways. One that had to
/// go is rendered again.
/// </summary>
public sealed class KeptPrivateFeeds : IDisposable
{
    private const long MostOctets = 64 * 1024 * 1024;

    /// <summary>Octets; about what the cache's own entry, the choice and its lists take besides the names in them.</summary>
    private const int KeyOctets = 512;

    /// <summary>More than are rendered at once; feeds share them.</summary>
    private const int Turns = 64;

    private static readonly TimeSpan Unasked = TimeSpan.FromDays(2);

    private readonly MemoryCache _feeds = new(new MemoryCacheOptions { SizeLimit = MostOctets });
    private readonly SemaphoreSlim[] _turns = [.. Enumerable.Range(0, Turns).Select(_ => new SemaphoreSlim(1, 1))];
    private readonly ConcurrentDictionary<PartnershipId, long> _changes = new();
    private readonly IDisposable _following;

    public KeptPrivateFeeds(IViews views) => _following = views.OnChange(changes =>
    {
        foreach (var change in changes) _changes[change.Partnership] = change.Position.Value;
    });

    /// <summary>Tells whether something happened in a partnership since: a number that is another one then.</summary>
    public long LastChangeOf(PartnershipId partnership) => _changes.GetValueOrDefault(partnership);

    /// <summary>Whoever makes a feed anew takes its turn: of two at once the one with the older content could be the last to keep it.</summary>
    public SemaphoreSlim TurnOf(CalendarLinkId link, FeedChoice choice) => _turns[(uint)HashCode.Combine(link, choice) % Turns];

    /// <param name="choice">The canonical one: <see cref="PrivateCalendar.Canonical"/>.</param>
    public KeptPrivateFeed? Find(CalendarLinkId link, FeedChoice choice) => _feeds.Get<KeptPrivateFeed>((link, choice));

    public void Keep(CalendarLinkId link, FeedChoice choice, KeptPrivateFeed feed) => _feeds.Set((link, choice), feed, new MemoryCacheEntryOptions
    {
        Size = feed.Calendar.Feed.Plain.Length + feed.Calendar.Feed.Gzip.Length + KeyOctets + (sizeof(char) * choice.ToQuery().Length),
        SlidingExpiration = Unasked,
    });

    public void Dispose()
    {
        _following.Dispose();
        _feeds.Dispose();
        foreach (var turn in _turns) turn.Dispose();
    }
}
