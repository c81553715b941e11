using NodaTime;
using Vuosikello.Calendars.Recurrence;

namespace Vuosikello.Calendars.Checks;

/// <summary>The rules that most events have, of which one sees without expanding them that they are right and where they end.</summary>
internal static class PlainRules
{
    private const double MostDays = 366 * 6000;
    private const int LastYear = 3900;

    /// <summary>True when the rule is surely valid and surely produces the start; false when that has to be found out by expanding it.</summary>
    public static bool Starts(RecurrenceRule rule, EventTime time)
    {
        var start = time.StartDate;
        if (!IsPlain(rule) || rule.Interval < 1) return false;
        bool ends = rule.End switch
        {
            RuleEnd.Never => true,
            RuleEnd.Count count => count.Occurrences >= 1,
            RuleEnd.LastDay until => time is not EventTime.Utc && until.Date >= start && until.Date.Year < LocalDate.MaxIsoValue.Year,
            _ => false,
        };
        if (!ends) return false;
        return rule switch
        {
            { ByDay: [], ByMonthDay: [] } => true,
            { Frequency: RuleFrequency.Weekly, ByMonthDay: [] } => OnOneOf(rule, start),
            { Frequency: RuleFrequency.Monthly, ByDay: [], ByMonthDay: [var day and >= 1] } => day == start.Day,
            { Frequency: RuleFrequency.Monthly, ByMonthDay: [], ByDay: [{ Ordinal: >= 1 and <= 5 } day] } =>
                day.Weekday == start.DayOfWeek && day.Ordinal == ((start.Day - 1) / 7) + 1,
            _ => false,
        };
    }

    /// <summary>A date after which a counted plain rule surely starts nothing; null when it has to be found out by expanding it.</summary>
    public static LocalDate? Bound(RecurrenceRule rule, LocalDate start)
    {
        if (!IsPlain(rule) || rule.End is not RuleEnd.Count { Occurrences: var count }) return null;
        // Each period of these has an occurrence, so that counting so many periods reaches beyond the last.
        int? days = rule switch
        {
            { Frequency: RuleFrequency.Daily, ByDay: [], ByMonthDay: [] } => 1,
            { Frequency: RuleFrequency.Weekly, ByMonthDay: [] } => 7,
            { Frequency: RuleFrequency.Monthly, ByDay: [], ByMonthDay: [] } when start.Day <= 28 => 31,
            { Frequency: RuleFrequency.Monthly, ByDay: [], ByMonthDay: [>= 1 and <= 28] } => 31,
            { Frequency: RuleFrequency.Monthly, ByMonthDay: [], ByDay: [{ Ordinal: -1 or (>= 1 and <= 4) }] } => 31,
            _ => null,
        };
        if (days is null || start.Year > LastYear) return null;
        double all = days.Value * (double)rule.Interval * count;
        return all > MostDays ? null : start.PlusDays((int)all);
    }

    private static bool IsPlain(RecurrenceRule rule) =>
        rule is { Frequency: >= RuleFrequency.Daily, ByMonth: [], BySetPosition: [], ByYearDay: [], ByWeekNumber: [], ByHour: [], ByMinute: [], BySecond: [], WeekStart: >= IsoDayOfWeek.Monday and <= IsoDayOfWeek.Sunday };

    private static bool OnOneOf(RecurrenceRule rule, LocalDate start)
    {
        bool found = false;
        foreach (var day in rule.ByDay)
        {
            if (day.Ordinal != 0 || day.Weekday is < IsoDayOfWeek.Monday or > IsoDayOfWeek.Sunday) return false;
            found |= day.Weekday == start.DayOfWeek;
        }
        return found;
    }
}
