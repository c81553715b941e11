using System.Collections.Immutable;
using NodaTime;

namespace Vuosikello.Calendars;

/// <summary>A VCALENDAR: its header and its events. The time zones that the events name are added when it is written.</summary>
public sealed record Calendar(CalendarHeader Header, ImmutableArray<CalendarEvent> Events);

/// <summary>What a calendar says of itself (RFC 5545 section 3.7, RFC 7986 section 5, and what programs made common). There is no METHOD: this is published, not sent.</summary>
public sealed record CalendarHeader
{
    /// <summary>PRODID: the program that wrote it, such as <c>-//Example//Planner//EN</c>.</summary>
    public required string ProductId { get; init; }

    /// <summary>UID of the calendar (RFC 7986 section 5.3), the same wherever it is published.</summary>
    public string? Uid { get; init; }

    /// <summary>NAME and X-WR-CALNAME.</summary>
    public string? Name { get; init; }

    /// <summary>DESCRIPTION and X-WR-CALDESC.</summary>
    public string? Description { get; init; }

    /// <summary>CATEGORIES of the calendar as a whole (RFC 7986 section 5.6).</summary>
    public ImmutableArray<string> Categories { get; init; } = [];

    /// <summary>COLOR: a colour name of CSS.</summary>
    public string? Color { get; init; }

    /// <summary>IMAGE: pictures of the calendar as a whole, by their addresses.</summary>
    public ImmutableArray<CalendarImage> Images { get; init; } = [];

    /// <summary>LAST-MODIFIED of the calendar as a whole.</summary>
    public Instant? LastModified { get; init; }

    /// <summary>URL: where people see the same.</summary>
    public Uri? Url { get; init; }

    /// <summary>SOURCE: where programs fetch it again.</summary>
    public Uri? Source { get; init; }

    /// <summary>REFRESH-INTERVAL and X-PUBLISHED-TTL: how often to ask for news; whole seconds, more than none. A wish, no more.</summary>
    public Duration? RefreshInterval { get; init; }

    /// <summary>X-WR-TIMEZONE: a TZDB id, as a hint of the zone to show it in.</summary>
    public string? TimeZone { get; init; }
}
