using NodaTime;

namespace Vuosikello.Domain.Activities;

/// <summary>What a recurrence has to fulfil. Within one year it has 366 occurrences at most.</summary>
internal static class RecurrenceRules
{
    private const string Field = ActivityFields.Time;

    public static IEnumerable<Problem> Broken(ActivityTime.Recurring time, int year)
    {
        if (time.First is not (ActivityTime.Exact or ActivityTime.Days)) return [new Problem(ProblemCodes.CannotRecur, Field)];
        Problem[] problems = [.. TimeRules.Broken(time.First, year), .. Rule(time, year)];
        // the days of a rule are looked at only where it is one, and ends
        return problems.Length > 0 ? problems : Days(time);
    }

    private static IEnumerable<Problem> Rule(ActivityTime.Recurring time, int year)
    {
        var rule = time.Rule;
        var first = Occurrences.FirstDay(time.First);
        return
        [
            .. Texts.Within(rule.Interval, 1, 99, Field),
            .. Contradicts(rule) ? new[] { new Problem(ProblemCodes.RecurrenceContradictory, Field) } : [],
            .. rule.MonthDay is { } day and not -1 ? Texts.Within(day, 1, 31, Field) : [],
            .. rule.MonthWeek is { } week and not -1 ? Texts.Within(week, 1, 4, Field) : [],
            .. rule.Until < first ? new[] { new Problem(ProblemCodes.UntilBeforeFirst, Field, [Texts.Iso(rule.Until), Texts.Iso(first)]) } : [],
            .. rule.Until.Year != year ? new[] { new Problem(ProblemCodes.UntilOutsideYear, Field, [Texts.Iso(rule.Until), Texts.Iso(year)]) } : [],
        ];
    }

    private static bool Contradicts(Recurrence rule)
    {
        bool byMonth = rule.MonthDay is not null || rule.MonthWeek is not null || rule.MonthWeekday is not null;
        bool noDay = !rule.Weekdays.All(IsDay) || (rule.MonthWeekday is { } weekday && !IsDay(weekday));
        if (noDay || rule.Weekdays.Distinct().Count() != rule.Weekdays.Count) return true;
        return rule.Frequency switch
        {
            Frequency.Daily => byMonth || rule.Weekdays.Count > 0,
            Frequency.Weekly => byMonth,
            Frequency.Monthly => rule.Weekdays.Count > 0
                || (rule.MonthWeek is null) != (rule.MonthWeekday is null)
                || (rule.MonthDay is not null && rule.MonthWeek is not null),
            _ => true,
        };
    }

    private static bool IsDay(IsoDayOfWeek day) => day is >= IsoDayOfWeek.Monday and <= IsoDayOfWeek.Sunday;

    private static IEnumerable<Problem> Days(ActivityTime.Recurring time)
    {
        var first = Occurrences.FirstDay(time.First);
        var dates = Occurrences.Dates(first, time.Rule).ToHashSet();
        if (!dates.Contains(first)) return [new Problem(ProblemCodes.FirstNotOnRule, Field, [Texts.Iso(first)])];
        return
        [
            .. Texts.Once(time.Exceptions, Field),
            .. time.Exceptions.Distinct().Where(d => !dates.Contains(d))
                .Select(d => new Problem(ProblemCodes.ExceptionNotOnRule, Field, [Texts.Iso(d)])),
            .. dates.IsSubsetOf(time.Exceptions) ? new[] { new Problem(ProblemCodes.NothingLeft, Field) } : [],
            .. Occurrences.Of(time).OfType<ActivityTime.Exact>().Skip(time.Exceptions.Contains(first) ? 0 : 1).SelectMany(TimeRules.OnTheClock),
        ];
    }
}
