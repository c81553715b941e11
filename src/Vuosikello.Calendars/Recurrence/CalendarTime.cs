using NodaTime;
using Vuosikello.Calendars.Recurrence.Expansion;

namespace Vuosikello.Calendars.Recurrence;

/// <summary>
/// A DATE, or a DATE-TIME in one of its three forms: without a zone, in UTC, or on the clock of a zone (RFC 5545 sections 3.3.4 and
/// 3.3.5). Whole seconds; a fraction is left out. Two are equal when kind, zone and time are.
/// </summary>
public readonly record struct CalendarTime
{
    /// <summary>By how many seconds a time that the zone's clock skips was moved.</summary>
    private readonly int _moved;

    private CalendarTime(long seconds, DateTimeZone? zone, bool isDate, int moved = 0) => (Seconds, Zone, IsDate, _moved) = (seconds, zone, isDate, moved);

    /// <summary>Null for a DATE and for a time without a zone.</summary>
    public DateTimeZone? Zone { get; }

    /// <summary>True for a DATE, which has no hour.</summary>
    public bool IsDate { get; }

    /// <summary>Since 1970-01-01T00:00:00: in UTC where there is a zone, otherwise on whatever clock it is read.</summary>
    internal long Seconds { get; }

    /// <summary>The date and time on the clock of its zone; of a DATE, its midnight. A skipped time stands where it was moved to.</summary>
    public LocalDateTime Local => LocalSeconds.ToTime(LocalOf(Seconds, Zone));

    /// <summary>As <see cref="Local"/>, but of a skipped time the time that was written: rules go on from that.</summary>
    internal LocalDateTime Written => LocalSeconds.ToTime(LocalOf(Seconds, Zone) - _moved);

    /// <summary>A DATE.</summary>
    public static CalendarTime OnDate(LocalDate date) => new(LocalSeconds.DayOf(date) * (long)LocalSeconds.PerDay, null, isDate: true);

    /// <summary>A DATE-TIME without zone: form 1 of RFC 5545 section 3.3.5.</summary>
    public static CalendarTime Floating(LocalDateTime time) => new(LocalSeconds.Of(time), null, isDate: false);

    /// <summary>A DATE-TIME in UTC: form 2 of RFC 5545 section 3.3.5.</summary>
    public static CalendarTime InUtc(Instant moment) => new(moment.ToUnixTimeSeconds(), DateTimeZone.Utc, isDate: false);

    /// <summary>A time that the zone's clock skips means the moment as long after the jump began; one that it shows twice, the first.</summary>
    public static CalendarTime InZone(LocalDateTime time, DateTimeZone zone)
    {
        long seconds = time.InZoneLeniently(zone).ToInstant().ToUnixTimeSeconds();
        return new(seconds, zone, isDate: false, (int)(LocalOf(seconds, zone) - LocalSeconds.Of(time)));
    }

    /// <summary>The moment; of a DATE or a time without a zone, on the clock of whoever looks.</summary>
    /// <param name="looking">The zone of whoever looks.</param>
    public Instant ToInstant(DateTimeZone looking) =>
        Zone is not null ? Instant.FromUnixTimeSeconds(Seconds) : IsDate ? Local.Date.AtStartOfDayInZone(looking).ToInstant() : Local.InZoneLeniently(looking).ToInstant();

    /// <summary>Of the same form and the same time; two forms of one moment are not equal.</summary>
    public bool Equals(CalendarTime other) => (Seconds, IsDate) == (other.Seconds, other.IsDate) && Equals(Zone, other.Zone);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Seconds, Zone, IsDate);

    /// <summary>As the calendar writes it, the zone behind it.</summary>
    public override string ToString() =>
        FormattableString.Invariant(IsDate ? $"{Local:uuuu-MM-dd}" : Zone is null ? (FormattableString)$"{Local:uuuu-MM-dd'T'HH:mm:ss}" : $"{Local:uuuu-MM-dd'T'HH:mm:ss}[{Zone.Id}]");

    /// <summary>Another time of the same kind.</summary>
    internal CalendarTime At(long seconds) => new(seconds, Zone, IsDate);

    /// <summary>Another time of the same kind, given as local seconds on its clock.</summary>
    internal CalendarTime AtLocal(long local) => IsDate
        ? new(LocalSeconds.FloorDivide(local, LocalSeconds.PerDay) * LocalSeconds.PerDay, null, isDate: true)
        : Zone is null ? At(local) : At(LocalSeconds.ToTime(local).InZoneLeniently(Zone).ToInstant().ToUnixTimeSeconds());

    /// <summary>The local seconds of this time on the clock of another one's zone; its own where one of them has no zone.</summary>
    internal long LocalBeside(CalendarTime other) => LocalOf(Seconds, Zone is null ? null : other.Zone ?? Zone);

    private static long LocalOf(long seconds, DateTimeZone? zone) =>
        zone is null ? seconds : seconds + zone.GetUtcOffset(Instant.FromUnixTimeSeconds(seconds)).Seconds;
}

/// <summary>
/// How long an occurrence takes. An event with DTEND takes the same exact time each time; one with DURATION the same nominal one: a
/// day of it is a day on the clock, also when that has 23 hours (RFC 5545 section 3.8.5.3). All-day events have days only. What would last beyond the
/// year 9999 ends with its last days.
/// </summary>
/// <param name="Days">On the clock, a week being seven; 0 or more.</param>
/// <param name="Time">After the days; 0 or more, whole seconds.</param>
public readonly record struct OccurrenceLength(int Days, Duration Time)
{
    /// <summary>So much time, whatever the clock does meanwhile.</summary>
    public static OccurrenceLength Exactly(Duration time) => new(0, time);

    /// <summary>So many days of the calendar.</summary>
    public static OccurrenceLength OfDays(int days) => new(days, Duration.Zero);

    internal CalendarTime After(CalendarTime start)
    {
        var day = Days == 0 ? start : start.AtLocal(Math.Min(start.LocalBeside(start) + (Days * (long)LocalSeconds.PerDay), LocalSeconds.Latest));
        return Time == Duration.Zero ? day : day.At(Math.Min(day.Seconds + (long)Time.TotalSeconds, LocalSeconds.Latest));
    }
}
