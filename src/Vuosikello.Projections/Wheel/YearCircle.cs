using NodaTime;
using NodaTime.Calendars;

namespace Vuosikello.Projections.Wheel;

/// <summary>
/// One year around a circle: every day is as wide as any other, 1 January begins at the top, time goes clockwise. Angles are in
/// degrees from the top.
/// </summary>
internal sealed record YearCircle(int Year)
{
    public LocalDate First => new(Year, 1, 1);
    public LocalDate Last => new(Year, 12, 31);

    /// <summary>365, or 366 in a leap year.</summary>
    public int Days => CalendarSystem.Iso.GetDaysInYear(Year);

    /// <summary>Where a day begins. Days of other years lie below 0 or from 360 on.</summary>
    public double Start(LocalDate day) => Period.DaysBetween(First, day) * 360.0 / Days;

    /// <summary>Where a day ends.</summary>
    public double End(LocalDate day) => Start(day.PlusDays(1));

    /// <summary>The days of the year that lie within both given days, as a sweep; null when none does.</summary>
    public Sweep? Within(LocalDate first, LocalDate last)
    {
        if (last < First || first > Last) return null;
        return new Sweep(Start(first < First ? First : first), End(last > Last ? Last : last));
    }

    /// <summary>The ISO weeks that have a day in the year, in order, each with its number and its days within the year.</summary>
    public IEnumerable<(int Week, LocalDate Monday, Sweep Sweep)> Weeks()
    {
        for (var monday = First.PlusDays(1 - (int)First.DayOfWeek); monday <= Last; monday = monday.PlusDays(7))
        {
            yield return (WeekYearRules.Iso.GetWeekOfWeekYear(monday), monday, Within(monday, monday.PlusDays(6))!.Value);
        }
    }
}

/// <summary>From one angle to a later one, in degrees clockwise from the top.</summary>
internal readonly record struct Sweep(double From, double To)
{
    public double Middle => (From + To) / 2;
    public double Width => To - From;

    public Sweep Widened(double least) => Width >= least ? this : new Sweep(Middle - least / 2, Middle + least / 2);

    /// <summary>How many degrees a length along the circle is.</summary>
    public static double Degrees(double length, double radius) => length / radius * (180 / Math.PI);

    /// <summary>How long a sweep is along the circle.</summary>
    public double Length(double radius) => Width * (Math.PI / 180) * radius;
}
