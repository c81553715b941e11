using NodaTime;

namespace Vuosikello.Domain.Activities;

/// <summary>From a rule to its days, as RFC 5545 section 3.3.10 counts them for the parts of it that <see cref="Recurrence"/> has.</summary>
public static class Occurrences
{
    /// <summary>
    /// The occurrences in order, without the exceptions; each is <see cref="ActivityTime.Exact"/> or <see cref="ActivityTime.Days"/>
    /// and as long, by the clock on the wall, as the first one.
    /// </summary>
    public static IEnumerable<ActivityTime> Of(ActivityTime.Recurring time)
    {
        var first = FirstDay(time.First);
        return Dates(first, time.Rule).Where(d => !time.Exceptions.Contains(d)).Select(d => Shift(time.First, Period.DaysBetween(first, d)));
    }

    /// <summary>The starting days that a rule produces from a day on, exceptions not considered. The day itself is among them only when it is on the rule.</summary>
    public static IEnumerable<LocalDate> Dates(LocalDate first, Recurrence rule)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rule.Interval, 1, nameof(rule));
        var dates = rule.Frequency switch
        {
            Frequency.Daily => Daily(first, rule),
            Frequency.Weekly => Weekly(first, rule),
            Frequency.Monthly => Monthly(first, rule),
            _ => throw new ArgumentOutOfRangeException(nameof(rule)),
        };
        return dates.Where(d => d >= first && d <= rule.Until);
    }

    /// <summary>The same so many days later, by the clock on the wall.</summary>
    internal static ActivityTime Shift(ActivityTime time, int days) => time switch
    {
        ActivityTime.Exact t => t with { Start = t.Start.PlusDays(days), End = t.End.PlusDays(days) },
        ActivityTime.Days t => new ActivityTime.Days(t.First.PlusDays(days), t.Last.PlusDays(days)),
        _ => throw new ArgumentOutOfRangeException(nameof(time)),
    };

    /// <summary>The day on which the (first occurrence of the) activity starts.</summary>
    public static LocalDate FirstDay(ActivityTime time) => time switch
    {
        ActivityTime.Exact t => t.Start.Date,
        ActivityTime.Days t => t.First,
        ActivityTime.Months t => t.First.OnDayOfMonth(1),
        ActivityTime.Recurring t => FirstDay(t.First),
        _ => throw new ArgumentOutOfRangeException(nameof(time)),
    };

    /// <summary>The day on which the activity ends; of a recurring one its rule's last, though an occurrence that begins that day may last longer.</summary>
    public static LocalDate LastDay(ActivityTime time) => time switch
    {
        ActivityTime.Exact t => t.End.Date,
        ActivityTime.Days t => t.Last,
        ActivityTime.Months t => t.Last.ToDateInterval().End,
        ActivityTime.Recurring t => t.Rule.Until,
        _ => throw new ArgumentOutOfRangeException(nameof(time)),
    };

    /// <summary>The day that a monthly rule means in a month, or null when the month has no such day.</summary>
    internal static LocalDate? InMonth(YearMonth month, LocalDate first, Recurrence rule)
    {
        int length = month.Calendar.GetDaysInMonth(month.Year, month.Month);
        if (rule is { MonthWeek: { } week, MonthWeekday: { } weekday })
        {
            return week > 0
                ? LocalDate.FromYearMonthWeekAndDay(month.Year, month.Month, week, weekday)
                : LocalDate.FromYearMonthWeekAndDay(month.Year, month.Month, 5, weekday);
        }
        int day = rule.MonthDay ?? first.Day;
        if (day == -1) return month.OnDayOfMonth(length);
        return day <= length ? month.OnDayOfMonth(day) : null;
    }

    private static IEnumerable<LocalDate> Daily(LocalDate first, Recurrence rule)
    {
        int last = Period.DaysBetween(first, rule.Until);
        for (int day = 0; day <= last; day += rule.Interval) yield return first.PlusDays(day);
    }

    private static IEnumerable<LocalDate> Weekly(LocalDate first, Recurrence rule)
    {
        var monday = first.PlusDays(1 - (int)first.DayOfWeek);
        var weekdays = rule.Weekdays.Count == 0 ? [first.DayOfWeek] : rule.Weekdays.Distinct().Order().ToArray();
        int last = Period.DaysBetween(monday, rule.Until);
        for (int week = 0; week <= last; week += 7 * rule.Interval)
        {
            foreach (var weekday in weekdays) yield return monday.PlusDays(week + (int)weekday - 1);
        }
    }

    private static IEnumerable<LocalDate> Monthly(LocalDate first, Recurrence rule)
    {
        var start = first.ToYearMonth();
        int last = (rule.Until.Year - start.Year) * 12 + rule.Until.Month - start.Month;
        for (int month = 0; month <= last; month += rule.Interval)
        {
            if (InMonth(start.PlusMonths(month), first, rule) is { } date) yield return date;
        }
    }
}
