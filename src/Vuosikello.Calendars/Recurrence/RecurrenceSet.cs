using System.Collections.Immutable;
using Vuosikello.Calendars.Recurrence.Sets;

namespace Vuosikello.Calendars.Recurrence;

/// <summary>
/// When something takes place: a start with its RRULE, RDATE and EXDATE, and the overrides that share its UID (RFC 5545 sections 3.8.4.4 and
/// 3.8.5). The start is always the first of the set, and of COUNT, also where the rule does not produce it.
/// </summary>
public sealed record RecurrenceSet
{
    /// <summary>DTSTART. All other times are compared with it: as moments where both have a zone, otherwise by what the clock shows.</summary>
    public required CalendarTime Start { get; init; }

    /// <summary>From DTEND or DURATION.</summary>
    public OccurrenceLength Length { get; init; }

    /// <summary>RRULE; more than one is against the RFC's advice, and means all that any of them gives.</summary>
    public ImmutableArray<RecurrenceRule> Rules { get; init; } = [];

    /// <summary>RDATE.</summary>
    public ImmutableArray<AddedOccurrence> Additions { get; init; } = [];

    /// <summary>EXDATE. A date beside a start with a time leaves out all that starts on that date: some programs write it so.</summary>
    public ImmutableArray<CalendarTime> Exceptions { get; init; } = [];

    /// <summary>The components with a RECURRENCE-ID. Of several with the same one the last counts. One whose RECURRENCE-ID is not in the set, or is left out by EXDATE, takes place nevertheless.</summary>
    public ImmutableArray<OccurrenceOverride> Overrides { get; init; } = [];

    /// <summary>The occurrences in the order in which they start. Lazy: the first ten of an endless set cost ten, and what was moved back in time by then. A range that moves back more than 100,000 occurrences past each other gives them late and out of order.</summary>
    /// <exception cref="InvalidCalendarException">A rule breaks RFC 5545, or goes by hours, minutes or seconds from a start that is a date.</exception>
    public IEnumerable<Occurrence> Occurrences()
    {
        foreach (var rule in Rules)
        {
            if (rule.FindFault(Start.IsDate) is { } fault) throw new InvalidCalendarException($"RRULE:{rule}: {fault}.");
        }
        return Overrides.IsEmpty ? Plain() : new OverriddenSet(this).Occurrences();
    }

    private IEnumerable<Occurrence> Plain()
    {
        var originals = new Originals(this);
        while (originals.MoveNext())
        {
            var start = Start.At(originals.Seconds);
            yield return new Occurrence(start, (originals.Length ?? Length).After(start), start, Override: null);
        }
    }
}

/// <summary>One value of RDATE.</summary>
/// <param name="Length">Of a PERIOD, its own; null otherwise.</param>
public readonly record struct AddedOccurrence(CalendarTime Start, OccurrenceLength? Length = null);

/// <summary>A component with a RECURRENCE-ID.</summary>
/// <param name="Id">RECURRENCE-ID: the start that the occurrence would have had.</param>
/// <param name="Start">Its DTSTART.</param>
/// <param name="Length">Its length.</param>
/// <param name="AndFuture">
/// RANGE=THISANDFUTURE: all later occurrences move by the same time on the clock and get the same length, until the next one with a range;
/// overrides of their own stay as they are (RFC 5545 section 3.2.13).
/// </param>
public sealed record OccurrenceOverride(CalendarTime Id, CalendarTime Start, OccurrenceLength Length, bool AndFuture = false);

/// <summary>One time that something takes place.</summary>
/// <param name="End">Exclusive; of an all-day one the day after its last.</param>
/// <param name="Id">What a RECURRENCE-ID of it is: the start before any override.</param>
/// <param name="Override">The override that it comes from or whose range it is in; null for none.</param>
public readonly record struct Occurrence(CalendarTime Start, CalendarTime End, CalendarTime Id, OccurrenceOverride? Override);
