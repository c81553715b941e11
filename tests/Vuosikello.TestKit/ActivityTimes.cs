using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Vuosikello.Domain;
using Vuosikello.Domain.Activities;

namespace Vuosikello.TestKit;

/// <summary>Random times of every kind, of activities in a year. Clocks may skip some of them.</summary>
public static class ActivityTimes
{
    public static Gen<LocalDate> Day(int year) => Gen.Choose(0, 364).Select(d => new LocalDate(year, 1, 1).PlusDays(d));

    private static Gen<LocalDateTime> Minute(int year) =>
        from day in Day(year)
        from minute in Gen.Choose(0, (24 * 60) - 1)
        select day.AtMidnight().PlusMinutes(minute);

    public static Gen<ActivityTime> Exact(int year) => Lasting(Minute(year));

    /// <summary>Beginning in a night in which Helsinki's clock is changed.</summary>
    public static Gen<ActivityTime> AroundChangesOfTheClock(int year) => Lasting(
        from month in Gen.Elements(3, 10)
        from minute in Gen.Choose(-2 * 60, 6 * 60)
        select new LocalDate(year, month, 31).With(DateAdjusters.PreviousOrSame(IsoDayOfWeek.Sunday)).AtMidnight().PlusMinutes(minute));

    public static Gen<ActivityTime> Days(int year) =>
        from first in Day(year)
        from length in Gen.Choose(0, 20)
        select (ActivityTime)new ActivityTime.Days(first, first.PlusDays(length));

    public static Gen<ActivityTime> Months(int year) =>
        from first in Gen.Choose(1, 12)
        from length in Gen.Choose(0, 11)
        select (ActivityTime)new ActivityTime.Months(new YearMonth(year, first), new YearMonth(year, first).PlusMonths(length));

    /// <summary>A valid recurrence: the first occurrence is taken from the rule.</summary>
    public static Gen<ActivityTime> Recurring(int year) =>
        from any in Gen.OneOf(Exact(year), Days(year))
        from until in Day(year)
        from interval in Gen.Choose(1, 6)
        from weekdays in Gen.SubListOf(Enum.GetValues<IsoDayOfWeek>().Where(d => d != IsoDayOfWeek.None))
        from kind in Gen.Choose(0, 5)
        from skip in Gen.Choose(0, 3)
        let begin = FirstDay(any)
        let rule = Rule(kind, interval, LocalDate.Max(begin, until), begin, weekdays)
        let first = Occurrences.Of(new ActivityTime.Recurring(any, rule, [])).FirstOrDefault()
        where first is not null
        let dates = Occurrences.Dates(FirstDay(first), rule).ToArray()
        select (ActivityTime)new ActivityTime.Recurring(first, rule, dates.Skip(1).Take(skip).ToValueList());

    public static Gen<ActivityTime> Any(int year) => Gen.OneOf(Exact(year), Days(year), Months(year), Recurring(year));

    private static Gen<ActivityTime> Lasting(Gen<LocalDateTime> starts) =>
        from start in starts
        from length in Gen.Choose(1, 3 * 24 * 60)
        select (ActivityTime)new ActivityTime.Exact(start, start.PlusMinutes(length));

    private static LocalDate FirstDay(ActivityTime time) => time is ActivityTime.Exact exact ? exact.Start.Date : ((ActivityTime.Days)time).First;

    private static Recurrence Rule(int kind, int interval, LocalDate until, LocalDate begin, IList<IsoDayOfWeek> weekdays) => kind switch
    {
        0 => new Recurrence(Frequency.Daily, interval, until, []),
        1 => new Recurrence(Frequency.Weekly, interval, until, weekdays.ToValueList()),
        2 => new Recurrence(Frequency.Monthly, interval, until, [], MonthDay: begin.Day),
        3 => new Recurrence(Frequency.Monthly, interval, until, [], MonthDay: -1),
        4 => new Recurrence(Frequency.Monthly, interval, until, [], MonthWeek: -1, MonthWeekday: begin.DayOfWeek),
        _ => new Recurrence(Frequency.Monthly, interval, until, [], MonthWeek: Math.Min(4, (begin.Day + 6) / 7), MonthWeekday: begin.DayOfWeek),
    };
}
