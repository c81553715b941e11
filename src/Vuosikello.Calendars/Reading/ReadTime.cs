using NodaTime;
using Vuosikello.Calendars.TimeZones;

namespace Vuosikello.Calendars.Reading;

/// <summary>A DATE or DATE-TIME as the file says it (RFC 5545 sections 3.3.4 and 3.3.5), in whole seconds, of the years 1 to 9999.</summary>
public abstract record ReadTime
{
    private static readonly LocalDate Latest = new(9999, 12, 29);

    private ReadTime() { }

    /// <summary>A day.</summary>
    public sealed record Date(LocalDate Day) : ReadTime;

    /// <summary>A moment.</summary>
    public sealed record Utc(Instant At) : ReadTime;

    /// <summary>A time on the clock of a zone: of TZDB, or as the file's VTIMEZONE has it where TZDB has none like it.</summary>
    public sealed record Zoned(LocalDateTime Time, DateTimeZone Zone) : ReadTime;

    /// <summary>A time on the clock of whoever reads it.</summary>
    public sealed record Floating(LocalDateTime Time) : ReadTime;

    /// <summary>The moment, days beginning at midnight. A time that is skipped means as much after the jump; one that comes twice the first (RFC 5545 section 3.3.5).</summary>
    /// <param name="floating">The zone of days and of floating times. The last two days of the year 9999 count as the one before them.</param>
    public Instant ToInstant(DateTimeZone floating) => this switch
    {
        Date d => floating.AtStartOfDay(LocalDate.Min(d.Day, Latest)).ToInstant(),
        Utc u => u.At,
        Zoned z => z.Zone.MomentOf(z.Time),
        Floating f => floating.MomentOf(f.Time),
        _ => throw new InvalidOperationException("A time of no known kind."),
    };

    /// <summary>The day on the clock that it is written in; in <paramref name="zone"/> for one in UTC.</summary>
    internal LocalDate DayIn(DateTimeZone zone) => this switch
    {
        Date d => d.Day,
        Utc u => u.At.InZone(zone).Date,
        Zoned z => z.Zone.Equals(zone) ? z.Time.Date : z.Time.InZoneLeniently(z.Zone).WithZone(zone).Date,
        Floating f => f.Time.Date,
        _ => throw new InvalidOperationException("A time of no known kind."),
    };
}
