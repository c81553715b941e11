using NodaTime;
using Vuosikello.Projections.Feeds;

namespace Vuosikello.Web.Feeds;

/// <summary>
/// When feeds were fetched last, and how often: in memory, since this server started. Nothing of whoever fetched is kept but the kind of
/// program. HEAD, and a fetch that is answered with 304, count as well: the subscriber has the feed as it is.
/// </summary>
public interface IFeedFetches
{
    /// <summary>All fetches from then on are known: the server's start, or later once feeds that nobody fetches any more were forgotten.</summary>
    Instant Since { get; }

    /// <summary>Notes that a feed was fetched now. Only for feeds that there are: one that does not exist costs nothing.</summary>
    void Note(FeedKey feed, CalendarProgram program);

    /// <summary>What is known of a feed; null when it was not fetched since <see cref="Since"/>.</summary>
    FeedFetched? Of(FeedKey feed);
}

/// <summary>How often a feed was fetched, and when last.</summary>
/// <param name="LastDay">In this hour and the 23 before it.</param>
/// <param name="Last">By any program, to the second.</param>
/// <param name="ByProgram">The last time by each kind of program that has fetched it.</param>
public sealed record FeedFetched(long LastDay, Instant Last, IReadOnlyDictionary<CalendarProgram, Instant> ByProgram);
