using NodaTime;
using Vuosikello.Calendars.TimeZones;

namespace Vuosikello.Calendars.Reading;

/// <summary>From DTSTART with DTEND or DURATION to when an event takes place (RFC 5545 section 3.6.1).</summary>
internal sealed class SpanReader(Notes notes, DateTimeZone floating)
{
    private static readonly LocalDate LastDay = new(9999, 12, 29);

    public EventTime Span(CalendarProperty startProperty, ReadTime start, CalendarProperty? endProperty, ReadTime? end, CalendarProperty? duration)
    {
        if (endProperty is not null && duration is { } beside) notes.Add(NoteKind.EndBesideDuration, (beside.Line, 1), $"DTEND and DURATION; DTEND counts.");
        if (start is ReadTime.Floating) notes.Add(NoteKind.FloatingTime, startProperty.ValueAt, $"DTSTART has no time zone; taken as being in {floating.Id}.");
        if (end is not null && endProperty is { } said) return ByEnd(start, end, said);
        if (endProperty is null && duration is { } lasting)
        {
            if (LengthForm.Parse(lasting.Octets.Trim(" \t"u8)) is { } length) return ByLength(start, length, lasting);
            notes.Add(NoteKind.WrongLength, lasting.ValueAt, $"DURATION {Notes.Quote(lasting.Octets)} is no length; the event is taken to be as long as without it.");
        }
        return Alone(start);
    }

    /// <summary>Without an end a date takes its day, and a time takes none (RFC 5545 section 3.6.1).</summary>
    private EventTime Alone(ReadTime start) => start switch
    {
        ReadTime.Date d => new EventTime.AllDay(d.Day, d.Day),
        ReadTime.Utc u => new EventTime.Utc(u.At, u.At),
        _ => Zoned(Clock(start), Clock(start), ZoneOf(start)),
    };

    private EventTime ByEnd(ReadTime start, ReadTime end, CalendarProperty property)
    {
        if (start is ReadTime.Date first)
        {
            if (end is not ReadTime.Date) notes.Add(NoteKind.EndOfOtherKind, property.ValueAt, $"DTSTART is a date and DTEND a time; the time is left out.");
            var after = end.DayIn(floating);
            if (after > first.Day) return new EventTime.AllDay(first.Day, after.PlusDays(-1));
            if (after == first.Day) notes.Add(NoteKind.EndAtStart, property.ValueAt, $"DTEND is the day of DTSTART, though it should be the day after the last; taken as one day.");
            else notes.Add(NoteKind.EndBeforeStart, property.ValueAt, $"DTEND is before DTSTART; taken as one day.");
            return new EventTime.AllDay(first.Day, first.Day);
        }
        if (end is ReadTime.Date) notes.Add(NoteKind.EndOfOtherKind, property.ValueAt, $"DTSTART is a time and DTEND a date; taken as the beginning of that day.");
        var zone = ZoneOf(start);
        var (from, to) = (start.ToInstant(floating), end.ToInstant(end is ReadTime.Date ? zone : floating));
        if (to < from)
        {
            notes.Add(NoteKind.EndBeforeStart, property.ValueAt, $"DTEND is before DTSTART; the event is taken to have no length.");
            return Alone(start);
        }
        if (start is ReadTime.Utc) return new EventTime.Utc(from, to);
        bool sameClock = end is ReadTime.Floating ? zone.Equals(floating) : end is ReadTime.Zoned z && z.Zone.Equals(zone);
        if (sameClock && !IsUtc(zone)) return EventTime.Zoned.Compared(Clock(start), Clock(end), zone);
        return Zoned(Clock(start), sameClock ? Clock(end) : to.InZone(zone).LocalDateTime, zone);
    }

    private EventTime ByLength(ReadTime start, LengthForm length, CalendarProperty property)
    {
        if (length.Days < 0 || length.Seconds < 0)
        {
            notes.Add(NoteKind.EndBeforeStart, property.ValueAt, $"DURATION is negative; the event is taken to be as long as without it.");
            return Alone(start);
        }
        if (start.DayIn(floating).Year + (length.ToDuration().TotalDays / 365) > LastDay.Year - 2)
        {
            notes.Add(NoteKind.WrongLength, property.ValueAt, $"DURATION leads beyond the year {LastDay.Year}; the event is taken to be as long as without it.");
            return Alone(start);
        }
        if (start is ReadTime.Date first)
        {
            // PT24H is what some programs make of a day.
            int days = length.Days + (int)((length.Seconds + NodaConstants.SecondsPerDay - 1) / NodaConstants.SecondsPerDay);
            if (length.Seconds > 0) notes.Add(NoteKind.EndOfOtherKind, property.ValueAt, $"DTSTART is a date and DURATION has a time; taken as {days} whole days.");
            return new EventTime.AllDay(first.Day, first.Day.PlusDays(Math.Max(days, 1) - 1));
        }
        if (start is ReadTime.Utc u) return new EventTime.Utc(u.At, u.At + length.ToDuration());
        // Days go by the calendar and the rest by the clock's own pace, through changes of it (RFC 5545 section 3.3.6).
        var zone = ZoneOf(start);
        var end = Clock(start).PlusDays(length.Days);
        if (length.Seconds > 0) end = (end.InZoneLeniently(zone).ToInstant() + Duration.FromSeconds(length.Seconds)).InZone(zone).LocalDateTime;
        return Zoned(Clock(start), end, zone);
    }

    /// <summary>In UTC where the zone's clock shows the times so that they would not say it: around a repeated hour, or in UTC itself.</summary>
    private static EventTime Zoned(LocalDateTime start, LocalDateTime end, DateTimeZone zone)
    {
        var (from, to) = (zone.MomentOf(start), zone.MomentOf(end));
        if (IsUtc(zone)) return new EventTime.Utc(from, to);
        return to < from ? new EventTime.Utc(from, from) : EventTime.Zoned.Compared(start, end, zone);
    }

    private static bool IsUtc(DateTimeZone zone) => zone.MinOffset == Offset.Zero && zone.MaxOffset == Offset.Zero;

    private DateTimeZone ZoneOf(ReadTime time) => time is ReadTime.Zoned zoned ? zoned.Zone : time is ReadTime.Utc ? DateTimeZone.Utc : floating;

    private static LocalDateTime Clock(ReadTime time) => time switch
    {
        ReadTime.Zoned z => z.Time,
        ReadTime.Floating f => f.Time,
        _ => throw new InvalidOperationException("Only times on a clock have one."),
    };
}
