using NodaTime;
using NodaTime.Calendars;

namespace Vuosikello.Domain.Activities;

/// <summary>
/// An activity again in another year: in the same ISO week, on the same weekday, at the same time of day. Week 53 becomes the
/// last week of a year that has 52, and a day that would leave the year moves by a week back into it. Months stay months.
/// </summary>
public static partial class YearMove
{
    /// <summary>
    /// The same time in another year, valid there when it was valid here. Spans keep their length. Where the zone's clock skips
    /// the new time, it moves with its end past the gap. A recurrence: see the other half of this class.
    /// </summary>
    /// <param name="time">A time that starts in <paramref name="fromYear"/>.</param>
    /// <param name="fromYear">The cycle's year.</param>
    /// <param name="toYear">The year that it is to start in.</param>
    public static ActivityTime To(ActivityTime time, int fromYear, int toYear) => time switch
    {
        ActivityTime.Exact t => PastTheGap((ActivityTime.Exact)Occurrences.Shift(t, Days(t.Start.Date, fromYear, toYear))),
        ActivityTime.Days t => Occurrences.Shift(t, Days(t.First, fromYear, toYear)),
        ActivityTime.Months t => new ActivityTime.Months(t.First.PlusMonths(12 * (toYear - fromYear)), t.Last.PlusMonths(12 * (toYear - fromYear))),
        ActivityTime.Recurring t => To(t, fromYear, toYear),
        _ => throw new ArgumentOutOfRangeException(nameof(time)),
    };

    /// <summary>
    /// The same details in another year: the time as above, and a registration deadline that is a date as many days before
    /// the start as it was (of months, in the same week on the same weekday). Everything else stays.
    /// </summary>
    public static ActivityDetails To(ActivityDetails details, int fromYear, int toYear)
    {
        var moved = To(details.Time, fromYear, toYear);
        return details with { Time = moved, Registration = To(details.Registration, details.Time, moved, fromYear, toYear) };
    }

    private static Registration? To(Registration? registration, ActivityTime from, ActivityTime to, int fromYear, int toYear)
    {
        if (registration is not { Deadline: RegistrationDeadline.On { Date: var date } }) return registration;
        int days = from is ActivityTime.Months
            ? Period.DaysBetween(date, InSameWeek(date, toYear - fromYear))
            : Period.DaysBetween(Occurrences.FirstDay(from), Occurrences.FirstDay(to));
        var moved = date.PlusDays(days);
        while (moved > DetailsRules.LastDeadline(to)) moved = moved.PlusDays(-7);
        while (moved < Occurrences.FirstDay(to).PlusDays(-DetailsRules.RegistrationDays)) moved = moved.PlusDays(7);
        return registration with { Deadline = new RegistrationDeadline.On(moved) };
    }

    /// <summary>How far a day moves to its week and weekday in another year; a multiple of seven.</summary>
    private static int Days(LocalDate day, int fromYear, int toYear)
    {
        var moved = InSameWeek(day, toYear - fromYear);
        if (moved.Year < toYear) moved = moved.PlusDays(7);
        else if (moved.Year > toYear) moved = moved.PlusDays(-7);
        return Period.DaysBetween(day, moved);
    }

    // The first days of January may belong to the last week of the year before, and the last of December to week 1 of the next.
    private static LocalDate InSameWeek(LocalDate day, int years)
    {
        var iso = WeekYearRules.Iso;
        int weekYear = iso.GetWeekYear(day) + years;
        int week = Math.Min(iso.GetWeekOfWeekYear(day), iso.GetWeeksInWeekYear(weekYear));
        return iso.GetLocalDate(weekYear, week, day.DayOfWeek);
    }

    private static ActivityTime.Exact PastTheGap(ActivityTime.Exact time)
    {
        if (!TimeRules.OnTheClock(time).Any(p => p.Code == ProblemCodes.TimeSkipped)) return time;
        return time with { Start = time.Start.PlusHours(1), End = time.End.PlusHours(1) };
    }
}
