using NodaTime;
using Vuosikello.Calendars.Recurrence;

namespace Vuosikello.Calendars.Reading;

/// <summary>Makes a zone of a VTIMEZONE (RFC 5545 section 3.6.5), for the years 1900 to 2150.</summary>
internal sealed class TimeZoneReader(Notes notes, MemoryBudget memory)
{
    private const int FirstYear = 1900;
    private const int LastYear = 2150;
    private const int MostChanges = 2 * (LastYear - FirstYear + 1);
    private const int ChangeOctets = 250;

    /// <returns>Null when no change of the clock can be read in it.</returns>
    public DateTimeZone? Read(string id, CalendarComponent component)
    {
        var changes = new SortedDictionary<Instant, ClockChange>();
        foreach (var part in component.Components)
        {
            if (part.Name is not ("STANDARD" or "DAYLIGHT")) continue;
            foreach (var change in Changes(part))
            {
                if (changes.Count >= MostChanges || !memory.Take(ChangeOctets)) break;
                changes.TryAdd(change.At, change);
            }
        }
        return changes.Count == 0 ? null : new FileZone(id, [.. changes.Values]);
    }

    private IEnumerable<ClockChange> Changes(CalendarComponent part)
    {
        if (TimeForm.Parse(part.Property("DTSTART") is { } start ? start.Octets : default) is not { Date.Year: < LastYear } onset
            || Offset(part.Property("TZOFFSETFROM")) is not { } from || Offset(part.Property("TZOFFSETTO")) is not { } to)
        {
            notes.Add(NoteKind.WrongTimeZone, (part.Line, 1), $"{part.Name} of a VTIMEZONE lacks DTSTART, TZOFFSETFROM or TZOFFSETTO, or they cannot be read; left out.");
            yield break;
        }
        string name = Notes.Quote(part.Property("TZNAME")?.Text ?? part.Name);
        var first = onset.Date + (onset.Time ?? LocalTime.Midnight);
        yield return Change(first);
        foreach (var time in Rule(part, first, from)) yield return Change(time);
        foreach (var dates in part.Properties)
        {
            if (dates.Kind != PropertyKind.Additions) continue;
            foreach (var time in Times(dates)) yield return Change(time);
        }

        ClockChange Change(LocalDateTime time) => new(time.WithOffset(from).ToInstant(), from, to, part.Name == "DAYLIGHT", name);
    }

    private IEnumerable<LocalDateTime> Rule(CalendarComponent part, LocalDateTime first, Offset from)
    {
        if (part.Property("RRULE") is not { } property) return [];
        if (!RuleText.TryParse(property.Octets, out var rule, out string? fault) || rule.Frequency != RuleFrequency.Yearly)
        {
            notes.Add(NoteKind.WrongRule, property.ValueAt, $"RRULE of a VTIMEZONE: {fault ?? "not a yearly rule"}; left out.");
            return [];
        }
        // UNTIL is in UTC, and the rule is expanded on the clock as it was before each change.
        if (rule.End is RuleEnd.LastMoment until) rule = rule with { End = new RuleEnd.LastTime(until.At.WithOffset(from).LocalDateTime) };
        // Zones that begin in the year 1601 are many; what was then does not matter.
        var start = first.Year < FirstYear ? first.Date.PlusYears(FirstYear - first.Year) + first.TimeOfDay : first;
        return rule.Occurrences(start).TakeWhile(time => time.Year <= LastYear).Take(MostChanges);
    }

    private static List<LocalDateTime> Times(CalendarProperty dates)
    {
        var times = new List<LocalDateTime>();
        foreach (var range in dates.Octets.Split((byte)','))
        {
            if (times.Count < MostChanges && TimeForm.Parse(dates.Octets[range].Trim(" "u8)) is { } form) times.Add(form.Date + (form.Time ?? LocalTime.Midnight));
        }
        return times;
    }

    /// <summary>A UTC-OFFSET (RFC 5545 section 3.3.14) of at most 16 hours.</summary>
    private static Offset? Offset(CalendarProperty? property)
    {
        if (property is not { } offset) return null;
        var text = offset.Octets.Trim(" "u8);
        if (text.Length is not (5 or 7) || text[0] is not ((byte)'+' or (byte)'-')) return null;
        int seconds = 0;
        for (int i = 1; i < text.Length; i += 2)
        {
            if (text[i] is < (byte)'0' or > (byte)'9' || text[i + 1] is < (byte)'0' or > (byte)'9') return null;
            seconds += ((text[i] - '0') * 10 + text[i + 1] - '0') * (i == 1 ? 3600 : i == 3 ? 60 : 1);
        }
        if (seconds > 16 * 3600) return null;
        return NodaTime.Offset.FromSeconds(text[0] == '-' ? -seconds : seconds);
    }
}
