using System.Collections.Immutable;
using NodaTime;
using Vuosikello.Calendars.Recurrence;

namespace Vuosikello.Calendars;

/// <summary>A VEVENT (RFC 5545 section 3.6.1, with COLOR and CONFERENCE of RFC 7986). Checked as a whole before it is written.</summary>
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

    /// <summary>EXDATE, as the starting dates of the occurrences that are left out; they are written in the kind of the start.</summary>
    public ImmutableArray<LocalDate> Exceptions { get; init; } = [];

    /// <summary>SEQUENCE: 0 or more, growing with each revision.</summary>
    public long? Sequence { get; init; }

    public Instant? Created { get; init; }
    public Instant? LastModified { get; init; }
    public EventStatus? Status { get; init; }

    /// <summary>TRANSP: true when the event leaves its time free in free-busy searches.</summary>
    public bool Transparent { get; init; }

    public string? Summary { get; init; }

    /// <summary>DESCRIPTION: plain text; line ends are <c>\n</c>.</summary>
    public string? Description { get; init; }

    public string? Location { get; init; }
    public ImmutableArray<string> Categories { get; init; } = [];

    /// <summary>COLOR: a colour name of CSS (RFC 7986 section 5.9).</summary>
    public string? Color { get; init; }

    public Uri? Url { get; init; }
    public Organizer? Organizer { get; init; }
    public Conference? Conference { get; init; }

    /// <exception cref="InvalidCalendarException">Something in the event cannot stand in a calendar.</exception>
    internal void Check()
    {
        if (string.IsNullOrWhiteSpace(Uid)) throw new InvalidCalendarException("UID is missing: give each event an identity that never changes.");
        string me = $"event {Uid}";
        CheckTexts(me);
        if (Sequence is < 0 or > int.MaxValue) throw new InvalidCalendarException($"SEQUENCE of {me} is {Sequence}; it is 0 to {int.MaxValue}.");
        CssColors.Check(Color, me);
        AbsoluteUris.Check(Url, "URL", me);
        AbsoluteUris.Check(Organizer?.Address, "ORGANIZER", me);
        AbsoluteUris.Check(Conference?.Address, "CONFERENCE", me);
        CheckRecurrence(me);
    }

    private void CheckTexts(string me)
    {
        CalendarText.Check(Uid, "UID", me);
        if (Uid.AsSpan().IndexOfAny('\n', '\t') >= 0) throw new InvalidCalendarException($"UID of {me} holds a line end or a tab.");
        CalendarText.Check(Summary, "SUMMARY", me);
        CalendarText.Check(Description, "DESCRIPTION", me);
        CalendarText.Check(Location, "LOCATION", me);
        CalendarText.Check(Organizer?.CommonName, "ORGANIZER's CN", me);
        CalendarText.Check(Conference?.Label, "CONFERENCE's LABEL", me);
        foreach (string category in Categories)
        {
            CalendarText.Check(category, "CATEGORIES", me);
            if (string.IsNullOrWhiteSpace(category)) throw new InvalidCalendarException($"CATEGORIES of {me} holds an empty one.");
        }
    }

    private void CheckRecurrence(string me)
    {
        if (Rule is null)
        {
            if (!Exceptions.IsEmpty) throw new InvalidCalendarException($"EXDATE of {me}: there is nothing to leave out without an RRULE.");
            return;
        }
        Rule.Check(me);
        if (Time is EventTime.Utc && Rule.End is RuleEnd.LastDay)
        {
            throw new InvalidCalendarException($"UNTIL of {me}: a last day has no meaning for a start in UTC; end the rule by COUNT, or give the start a zone.");
        }
        if (Rule.Occurrences(Time.StartDate).FirstOrDefault(LocalDate.MinIsoValue) != Time.StartDate)
        {
            throw new InvalidCalendarException($"RRULE of {me} does not produce its own start {Time.StartDate:uuuu-MM-dd}; programs count such a start differently.");
        }
    }
}

/// <summary>STATUS of an event.</summary>
public enum EventStatus
{
    Tentative,
    Confirmed,
    Cancelled,
}

/// <summary>ORGANIZER: an address such as <c>mailto:</c> or <c>https:</c>, with the name to show.</summary>
public sealed record Organizer(Uri Address, string? CommonName = null);

/// <summary>CONFERENCE (RFC 7986 section 5.11): where one joins over the network. Many programs ignore it; say it in the description too.</summary>
public sealed record Conference(Uri Address, string? Label = null);
