using System.Collections.Immutable;
using NodaTime;
using Vuosikello.Calendars.Recurrence;

namespace Vuosikello.Calendars.Reading;

/// <summary>A VEVENT of a file, its times understood. What is not here stands in <see cref="Component"/>.</summary>
public sealed class ReadEvent
{
    internal ReadEvent(CalendarComponent component, ReadTime start, EventTime time) => (Component, Start, Time) = (component, start, time);

    /// <summary>All its properties and its alarms.</summary>
    public CalendarComponent Component { get; }

    /// <summary>UID; null, with a note, when there is none.</summary>
    public string? Uid { get; internal init; }

    /// <summary>DTSTART as the file says it.</summary>
    public ReadTime Start { get; }

    /// <summary>From DTSTART to DTEND or by DURATION. A floating time is in the zone that the options or the calendar say.</summary>
    public EventTime Time { get; }

    /// <summary>RRULE, the first if there are several; null for none, or, with a note, for one that RFC 5545 forbids.</summary>
    public RecurrenceRule? Rule { get; internal init; }

    /// <summary>RDATE.</summary>
    public ImmutableArray<ReadAddition> Additions { get; internal init; } = [];

    /// <summary>EXDATE.</summary>
    public ImmutableArray<ReadTime> Exceptions { get; internal init; } = [];

    /// <summary>RECURRENCE-ID: which occurrence of the event with the same UID this one stands for; null when it stands for itself.</summary>
    public ReadTime? RecurrenceId { get; internal init; }

    /// <summary>RANGE=THISANDFUTURE: it stands for the later occurrences too.</summary>
    public bool ThisAndFuture { get; internal init; }

    /// <summary>DTSTAMP.</summary>
    public Instant? Stamp { get; internal init; }

    /// <summary>CREATED; null when there is none or it is no time.</summary>
    public Instant? Created { get; internal init; }
    /// <summary>LAST-MODIFIED; null when there is none or it is no time.</summary>
    public Instant? LastModified { get; internal init; }

    /// <summary>SEQUENCE; 0 when there is none.</summary>
    public int Sequence { get; internal init; }

    /// <summary>STATUS; null when there is none or it is none of RFC 5545's for events.</summary>
    public EventStatus? Status { get; internal init; }

    /// <summary>TRANSP:TRANSPARENT.</summary>
    public bool Transparent { get; internal init; }

    /// <summary>CLASS; null when there is none or it is none of RFC 5545's.</summary>
    public EventAccess? Access { get; internal init; }

    /// <summary>PRIORITY, 0 to 9; null when there is none.</summary>
    public int? Priority { get; internal init; }

    /// <summary>SUMMARY, its escapes undone; null when there is none.</summary>
    public string? Summary => Component.Property("SUMMARY")?.Text;
    /// <summary>DESCRIPTION, its escapes undone; null when there is none.</summary>
    public string? Description => Component.Property("DESCRIPTION")?.Text;
    /// <summary>LOCATION, its escapes undone; null when there is none.</summary>
    public string? Location => Component.Property("LOCATION")?.Text;
    /// <summary>CONTACT, its escapes undone; the first if there are several.</summary>
    public string? Contact => Component.Property("CONTACT")?.Text;

    /// <summary>COLOR, whatever it is.</summary>
    public string? Color => Component.Property("COLOR")?.Text;

    /// <summary>X-ALT-DESC in HTML, as somebody wrote it: make it harmless before it is shown.</summary>
    public string? HtmlDescription =>
        Component.Property("X-ALT-DESC") is { } html && "text/html".Equals(html.Parameter("FMTTYPE"), StringComparison.OrdinalIgnoreCase) ? html.Text : null;

    /// <summary>All of all CATEGORIES; empty ones are left out.</summary>
    public ImmutableArray<string> Categories =>
        [.. Component.Properties.Where(p => p.Kind == PropertyKind.Categories).SelectMany(p => p.Texts).Where(c => !string.IsNullOrWhiteSpace(c))];

    /// <summary>URL when it is an absolute address.</summary>
    public Uri? Url => Address("URL");

    internal Uri? Address(string name) => Component.Property(name) is { } property && Uri.TryCreate(property.Value, UriKind.Absolute, out var address) ? address : null;
}

/// <summary>One value of RDATE.</summary>
/// <param name="Start">When it starts.</param>
/// <param name="Length">Of a PERIOD (RFC 5545 section 3.3.9) its own, of a time without a zone as on a clock that is never changed; null for that of the event.</param>
public readonly record struct ReadAddition(ReadTime Start, OccurrenceLength? Length);
