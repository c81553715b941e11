using System.Collections.Immutable;
using NodaTime;

namespace Vuosikello.Calendars.Writing;

/// <summary>When an event takes place: DTSTART, DTEND, RRULE, RDATE, EXDATE, all of one kind.</summary>
internal static class TimeLines
{
    public static void Write(CalendarEvent e, ContentLines line)
    {
        Start(line.Raw("DTSTART"u8), e.Time, e.Time.StartDate).End();
        switch (e.Time)
        {
            case EventTime.AllDay t: line.Raw("DTEND;VALUE=DATE:"u8).Date(t.Last.PlusDays(1)).End(); break;
            case EventTime.Zoned t when Seconds(t.End) != Seconds(t.Start): Zoned(line.Raw("DTEND"u8), t.Zone, t.End).End(); break;
            case EventTime.Utc t when t.End.ToUnixTimeSeconds() != t.Start.ToUnixTimeSeconds(): line.Raw("DTEND:"u8).Utc(t.End).End(); break;
        }
        if (e.Rule is not null) RuleValue.Write(e.Rule, e.Time, line.Raw("RRULE:"u8)).End();
        Dates("RDATE"u8, e.Additions, e.Time, line);
        Dates("EXDATE"u8, e.Exceptions, e.Time, line);
    }

    /// <summary>The parameters and the value of the start, as if it were on another date.</summary>
    public static ContentLines Start(ContentLines line, EventTime time, LocalDate on) => time switch
    {
        EventTime.AllDay => line.Raw(";VALUE=DATE:"u8).Date(on),
        EventTime.Zoned t => Zoned(line, t.Zone, on + t.Start.TimeOfDay),
        EventTime.Utc t => line.Raw(":"u8).DateTime(on + t.Start.InUtc().TimeOfDay).Raw("Z"u8),
        _ => throw new ArgumentOutOfRangeException(nameof(time)),
    };

    private static ContentLines Zoned(ContentLines line, DateTimeZone zone, LocalDateTime time) =>
        line.Parameter("TZID"u8, zone.Id).Raw(":"u8).DateTime(time);

    private static void Dates(ReadOnlySpan<byte> name, ImmutableArray<LocalDate> dates, EventTime time, ContentLines line)
    {
        if (dates.IsEmpty) return;
        foreach (var date in dates.Distinct().Order()) Start(line.Raw(name), time, date).End();
    }

    /// <summary>What is written of a time; parts of a second are not.</summary>
    private static LocalDateTime Seconds(LocalDateTime time) => time.PlusNanoseconds(-time.NanosecondOfSecond);
}
