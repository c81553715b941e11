using NodaTime;

namespace Vuosikello.Calendars.Recurrence.Expansion;

/// <summary>Local time as seconds since 1970-01-01T00:00:00 on the same clock, and days since then: what expansion counts in. The calendar is the Gregorian one throughout.</summary>
internal static class LocalSeconds
{
    public const int PerDay = 86_400;

    /// <summary>The end of all expansion: the last second of the year 9998, so that what lasts some days still has a date that NodaTime can say.</summary>
    public const long Horizon = 253_370_764_799;

    /// <summary>The first and the last second that an occurrence may be moved to, or last until: NodaTime can say them in every zone.</summary>
    public const long Earliest = -62_135_510_400;
    public const long Latest = 253_402_127_999;

    public static long Of(LocalDateTime time) => ((long)DayOf(time.Date) * PerDay) + (time.TimeOfDay.NanosecondOfDay / NodaConstants.NanosecondsPerSecond);

    public static int DayOf(LocalDate date)
    {
        var iso = date.Calendar == CalendarSystem.Iso ? date : date.WithCalendar(CalendarSystem.Iso);
        return DayOf(iso.Year, iso.Month, iso.Day);
    }

    /// <summary>Counted in years that start in March, so that the leap day is a year's last and months follow a straight line.</summary>
    public static int DayOf(int year, int month, int day)
    {
        int y = month > 2 ? year : year - 1;
        int era = FloorDivide(y, 400);
        int yearOfEra = y - (era * 400);
        int dayOfYear = (((153 * (month > 2 ? month - 3 : month + 9)) + 2) / 5) + day - 1;
        return (era * 146_097) + (yearOfEra * 365) + (yearOfEra / 4) - (yearOfEra / 100) + dayOfYear - 719_468;
    }

    /// <summary>The date of a day: <see cref="DayOf(int, int, int)"/> backwards.</summary>
    public static (int Year, int Month, int Day) DateOf(int day)
    {
        int z = day + 719_468;
        int era = FloorDivide(z, 146_097);
        int dayOfEra = z - (era * 146_097);
        int yearOfEra = (dayOfEra - (dayOfEra / 1460) + (dayOfEra / 36_524) - (dayOfEra / 146_096)) / 365;
        int dayOfYear = dayOfEra - ((365 * yearOfEra) + (yearOfEra / 4) - (yearOfEra / 100));
        int m = ((5 * dayOfYear) + 2) / 153;
        int month = m < 10 ? m + 3 : m - 9;
        return (yearOfEra + (era * 400) + (month <= 2 ? 1 : 0), month, dayOfYear - (((153 * m) + 2) / 5) + 1);
    }

    public static LocalDate ToDate(long seconds)
    {
        var (year, month, day) = DateOf((int)FloorDivide(seconds, PerDay));
        return new LocalDate(year, month, day);
    }

    public static LocalDateTime ToTime(long seconds)
    {
        long day = FloorDivide(seconds, PerDay);
        var (year, month, dayOfMonth) = DateOf((int)day);
        return new LocalDate(year, month, dayOfMonth) + LocalTime.FromSecondsSinceMidnight((int)(seconds - (day * PerDay)));
    }

    /// <summary>0 is Monday.</summary>
    public static int WeekdayOf(int day) => Modulo(day + 3, 7);

    public static int DaysInMonth(int year, int month) => month == 2 ? (DaysInYear(year) == 366 ? 29 : 28) : 30 + ((month + (month >> 3)) & 1);

    public static int DaysInYear(int year) => (year & 3) == 0 && (year % 100 != 0 || year % 400 == 0) ? 366 : 365;

    public static int FloorDivide(int value, int by) => (value >= 0 ? value : value - by + 1) / by;

    public static long FloorDivide(long value, long by) => (value >= 0 ? value : value - by + 1) / by;

    public static int Modulo(int value, int by) => value - (FloorDivide(value, by) * by);
}
