using System.Collections.Concurrent;
using NodaTime;
using Vuosikello.Domain;

namespace Vuosikello.Web.CalendarLinks;

/// <summary>When each private feed was last fetched from this server since it started; in memory alone, and of the fetching nothing else.</summary>
public sealed class LinkFetches(IClock clock)
{
    private readonly ConcurrentDictionary<CalendarLinkId, Instant> _last = new();

    public void Remember(CalendarLinkId link) => _last[link] = clock.GetCurrentInstant();

    /// <summary>UTC; null for not since the start.</summary>
    public Instant? LastOf(CalendarLinkId link) => _last.TryGetValue(link, out var at) ? at : null;
}
