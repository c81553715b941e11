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

    /// <summary>NAME and X-WR-CALNAME.</summary>
    public string? Name { get; init; }

    /// <summary>DESCRIPTION and X-WR-CALDESC.</summary>
    public string? Description { get; init; }

    /// <summary>COLOR: a colour name of CSS.</summary>
    public string? Color { get; init; }

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

    internal void Check()
    {
        const string me = "the calendar";
        if (string.IsNullOrWhiteSpace(ProductId)) throw new InvalidCalendarException("PRODID is missing: name the program that writes the calendar.");
        CalendarText.Check(ProductId, "PRODID", me);
        CalendarText.Check(Name, "NAME", me);
        CalendarText.Check(Description, "DESCRIPTION", me);
        CalendarText.Check(TimeZone, "X-WR-TIMEZONE", me);
        CssColors.Check(Color, me);
        AbsoluteUris.Check(Url, "URL", me);
        AbsoluteUris.Check(Source, "SOURCE", me);
        if (RefreshInterval is { } every && (every < Duration.FromSeconds(1) || every.SubsecondNanoseconds != 0))
        {
            throw new InvalidCalendarException($"REFRESH-INTERVAL of the calendar is {every}; it has to be whole seconds, at least one.");
        }
    }
}
