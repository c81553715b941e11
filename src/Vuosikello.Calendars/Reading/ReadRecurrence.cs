using NodaTime;
using Vuosikello.Calendars.Recurrence;

namespace Vuosikello.Calendars.Reading;

/// <summary>From events that were read to when they take place, occurrence by occurrence.</summary>
public static class ReadRecurrence
{
    /// <summary>The occurrences of an event: its rule, RDATE and EXDATE, and its overrides. Lazy; an endless rule makes endless ones.</summary>
    /// <param name="read">An event that stands for itself.</param>
    /// <param name="overrides">Those of the file with the same UID and a RECURRENCE-ID; others are passed over.</param>
    public static RecurrenceSet Of(ReadEvent read, IEnumerable<ReadEvent> overrides) => new()
    {
        Start = Time(read.Start),
        Length = Length(read),
        Rules = read.Rule is { } rule ? [rule] : [],
        Additions = [.. read.Additions.Select(a => new AddedOccurrence(Time(a.Start), a.Length))],
        Exceptions = [.. read.Exceptions.Select(Time)],
        Overrides =
        [
            .. overrides.Where(o => o.RecurrenceId is not null && o.Uid == read.Uid)
                .Select(o => new OccurrenceOverride(Time(o.RecurrenceId!), Time(o.Start), Length(o), o.ThisAndFuture)),
        ],
    };

    /// <summary>True when an RDATE takes another time than the event.</summary>
    internal static bool HasOwnLengths(ReadEvent read) =>
        read.Additions.Any(a => a.Length is { } own && own.After(Time(a.Start)) != Length(read).After(Time(a.Start)));

    private static CalendarTime Time(ReadTime time) => time switch
    {
        ReadTime.Date d => CalendarTime.OnDate(d.Day),
        ReadTime.Utc u => CalendarTime.InUtc(u.At),
        ReadTime.Zoned z => CalendarTime.InZone(z.Time, z.Zone),
        ReadTime.Floating f => CalendarTime.Floating(f.Time),
        _ => throw new InvalidOperationException("A time of no known kind."),
    };

    private static OccurrenceLength Length(ReadEvent read) => read.Time switch
    {
        EventTime.AllDay days => OccurrenceLength.OfDays(Period.DaysBetween(days.First, days.Last) + 1),
        EventTime.Utc utc => OccurrenceLength.Exactly(utc.End - utc.Start),
        EventTime.Zoned zoned when Nominal(read) is { } length && zoned.End > zoned.Start => length,
        EventTime.Zoned zoned => OccurrenceLength.Exactly(zoned.End.InZoneLeniently(zoned.Zone).ToInstant() - zoned.Start.InZoneLeniently(zoned.Zone).ToInstant()),
        _ => throw new InvalidOperationException("A time of no known kind."),
    };

    /// <summary>What DURATION says, when it is what counts: its days are days on the clock.</summary>
    private static OccurrenceLength? Nominal(ReadEvent read) =>
        read.Component.Property("DTEND") is null && read.Component.Property("DURATION") is { } duration && LengthForm.Parse(duration.Octets) is { Days: >= 0, Seconds: >= 0 } length
            ? new OccurrenceLength(length.Days, Duration.FromSeconds(length.Seconds))
            : null;
}
