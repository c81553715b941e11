using System.Collections.Immutable;
using NodaTime;
using Vuosikello.Calendars.Recurrence;

namespace Vuosikello.Calendars;

/// <summary>
/// A VEVENT (RFC 5545 section 3.6.1, with COLOR, IMAGE and CONFERENCE of RFC 7986). Checked as a whole before it is written. What few
/// programs take is left out on purpose: STYLED-DESCRIPTION and VLOCATION of RFC 9073 and LINK of RFC 9253, which libical refuses.
/// </summary>
public sealed record CalendarEvent
{
    /// <summary>UID: the same for the same event for ever, and for no other.</summary>
    public required string Uid { get; init; }

    /// <summary>DTSTAMP: when this revision came to be. Not "now", or every poll looks like a change.</summary>
    public required Instant Stamp { get; init; }

    /// <summary>DTSTART and DTEND.</summary>
    public required EventTime Time { get; init; }

    /// <summary>RRULE; the start must fall on it.</summary>
    public RecurrenceRule? Rule { get; init; }

    /// <summary>RDATE, as the starting dates of further occurrences, written in the kind of the start. Outlook ignores them without a rule.</summary>
    public ImmutableArray<LocalDate> Additions { get; init; } = [];

    /// <summary>EXDATE, as the starting dates of the occurrences that are left out; they are written in the kind of the start.</summary>
    public ImmutableArray<LocalDate> Exceptions { get; init; } = [];

    /// <summary>Occurrences that are otherwise than the rest, at most one for each. Written after the event, in their order.</summary>
    public ImmutableArray<EventOverride> Overrides { get; init; } = [];

    /// <summary>SEQUENCE: 0 or more, growing with each revision.</summary>
    public long? Sequence { get; init; }

    /// <summary>CREATED: when the event was first written down.</summary>
    public Instant? Created { get; init; }
    /// <summary>LAST-MODIFIED: when it last changed, its overrides included; some programs take an update only when this moves.</summary>
    public Instant? LastModified { get; init; }
    /// <summary>STATUS; null for none. A cancelled one is hidden, struck through or shown like the others: say it in the summary too.</summary>
    public EventStatus? Status { get; init; }

    /// <summary>TRANSP: true when the event leaves its time free in free-busy searches.</summary>
    public bool Transparent { get; init; }

    /// <summary>CLASS: whom a program should show it to. A wish: every program shows everything to whoever has the file.</summary>
    public EventAccess? Access { get; init; }

    /// <summary>PRIORITY: 0 (none) to 9, 1 the most urgent.</summary>
    public int? Priority { get; init; }

    /// <summary>SUMMARY: the title.</summary>
    public string? Summary { get; init; }

    /// <summary>DESCRIPTION: plain text; line ends are <c>\n</c>.</summary>
    public string? Description { get; init; }

    /// <summary>X-ALT-DESC: the description again as HTML, which Outlook shows instead. The caller has made it harmless.</summary>
    public string? HtmlDescription { get; init; }

    /// <summary>LOCATION: the place, as people read it.</summary>
    public string? Location { get; init; }

    /// <summary>GEO: where on the map.</summary>
    public GeoPosition? Position { get; init; }

    /// <summary>CONTACT: whom to ask, as people read it.</summary>
    public string? Contact { get; init; }

    /// <summary>CATEGORIES, one value each.</summary>
    public ImmutableArray<string> Categories { get; init; } = [];

    /// <summary>COLOR: a colour name of CSS (RFC 7986 section 5.9).</summary>
    public string? Color { get; init; }

    /// <summary>URL: where people read more; absolute.</summary>
    public Uri? Url { get; init; }
    /// <summary>ORGANIZER; needed where a calendar has a METHOD, which this writer's have not.</summary>
    public Organizer? Organizer { get; init; }
    /// <summary>RELATED-TO, one line each.</summary>
    public ImmutableArray<RelatedEvent> RelatedTo { get; init; } = [];
    /// <summary>ATTACH, one line each.</summary>
    public ImmutableArray<Attachment> Attachments { get; init; } = [];
    /// <summary>IMAGE, one line each.</summary>
    public ImmutableArray<CalendarImage> Images { get; init; } = [];
    /// <summary>CONFERENCE, one line each.</summary>
    public ImmutableArray<Conference> Conferences { get; init; } = [];

    /// <summary>X- properties, in the order given.</summary>
    public ImmutableArray<ExtensionProperty> Extensions { get; init; } = [];

    /// <summary>VALARM. Subscribers of a feed cannot turn them off: put them in only when asked.</summary>
    public ImmutableArray<Alarm> Alarms { get; init; } = [];
}

/// <summary>One occurrence that is otherwise (RECURRENCE-ID, RFC 5545 section 3.8.4.4).</summary>
/// <param name="Occurrence">The date on which it would have started: one on which the event recurs and that is not among its exceptions.</param>
/// <param name="Event">What takes place instead, whole; the same UID, and no recurrence of its own.</param>
public sealed record EventOverride(LocalDate Occurrence, CalendarEvent Event);
