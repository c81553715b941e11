using NodaTime;

namespace Vuosikello.Domain.Activities;

public static partial class YearMove
{
    /// <summary>
    /// A recurrence in another year. By days and weeks everything moves as far as its first occurrence does, so that the weeks
    /// keep their rhythm; by months the rule finds its days in the same months. A rule that ends with the year ends with
    /// the new year too. Days that the new year does not have fall away.
    /// </summary>
    private static ActivityTime.Recurring To(ActivityTime.Recurring time, int fromYear, int toYear)
    {
        var moved = time.Rule.Frequency == Frequency.Monthly ? ByMonths(time, toYear) : ByDays(time, fromYear, toYear);
        var dates = Occurrences.Dates(Occurrences.FirstDay(moved.First), moved.Rule).ToArray();
        var exceptions = moved.Exceptions.Where(d => dates.Contains(d)).Union(Skipped(moved, dates)).Order().ToValueList();
        // when only excepted days are left in the year, the exceptions have lost their sense
        return moved with { Exceptions = exceptions.Count < dates.Length ? exceptions : [] };
    }

    private static ActivityTime.Recurring ByDays(ActivityTime.Recurring time, int fromYear, int toYear)
    {
        int days = Days(Occurrences.FirstDay(time.First), fromYear, toYear);
        var end = new LocalDate(toYear, 12, 31);
        var until = time.Rule.Until == new LocalDate(fromYear, 12, 31) ? end : LocalDate.Min(end, time.Rule.Until.PlusDays(days));
        return new ActivityTime.Recurring(
            Occurrences.Shift(time.First, days),
            time.Rule with { Until = until },
            time.Exceptions.Select(d => d.PlusDays(days)).ToValueList());
    }

    private static ActivityTime.Recurring ByMonths(ActivityTime.Recurring time, int toYear)
    {
        var old = Occurrences.FirstDay(time.First);
        var rule = time.Rule with { Until = new LocalDate(toYear, 12, 31) };
        var found = Occurrences.Dates(new LocalDate(toYear, old.Month, 1), Explicit(rule, old)).Cast<LocalDate?>().FirstOrDefault();
        // 29 February, again only after a year or more: its month's last day is what is left of it
        if (found is null) rule = rule with { MonthDay = -1 };
        var first = found ?? DetailsRules.LastDay(new YearMonth(toYear, old.Month));
        rule = rule with { Until = UntilInMonth(time.Rule, old, rule, first) };
        return new ActivityTime.Recurring(
            Occurrences.Shift(time.First, Period.DaysBetween(old, first)),
            rule,
            time.Exceptions
                .Select(d => Occurrences.InMonth(new YearMonth(toYear, d.Month), first, rule))
                .OfType<LocalDate>().ToValueList());
    }

    /// <summary>The same day of the same month, but on the same side of that month's occurrence as before.</summary>
    private static LocalDate UntilInMonth(Recurrence oldRule, LocalDate oldFirst, Recurrence rule, LocalDate first)
    {
        var until = SameDay(oldRule.Until, first.Year);
        var occurrence = Occurrences.InMonth(until.ToYearMonth(), first, rule);
        if (occurrence is { } day)
        {
            bool included = Occurrences.InMonth(oldRule.Until.ToYearMonth(), oldFirst, oldRule) <= oldRule.Until;
            until = included ? LocalDate.Max(until, day) : LocalDate.Min(until, day.PlusDays(-1));
        }
        return LocalDate.Max(until, first);
    }

    private static Recurrence Explicit(Recurrence rule, LocalDate first) =>
        rule.MonthDay is null && rule.MonthWeek is null ? rule with { MonthDay = first.Day } : rule;

    private static LocalDate SameDay(LocalDate day, int year)
    {
        var month = new YearMonth(year, day.Month);
        var last = DetailsRules.LastDay(month);
        return day == DetailsRules.LastDay(day.ToYearMonth()) || day.Day > last.Day ? last : month.OnDayOfMonth(day.Day);
    }

    private static IEnumerable<LocalDate> Skipped(ActivityTime.Recurring time, LocalDate[] dates)
    {
        var first = Occurrences.FirstDay(time.First);
        return dates.Where(d => Occurrences.Shift(time.First, Period.DaysBetween(first, d)) is ActivityTime.Exact occurrence
            && TimeRules.OnTheClock(occurrence).Any(p => p.Code == ProblemCodes.TimeSkipped));
    }
}
