using NodaTime;

namespace Vuosikello.Calendars.Recurrence;

/// <summary>
/// On which rules calendar programs agree. Found by trying: Outlook knows neither two ordinals in one rule nor more than 999
/// occurrences, and takes day 31 for the last day; ical.js makes 1 March of a yearly 29 February and ignores BYSETPOS by week.
/// </summary>
internal static class Portability
{
    private const int MostOccurrences = 999;

    public static bool IsPortable(RecurrenceRule rule, LocalDate start) =>
        DaysExistInEveryMonth(rule, start)
        && OrdinalsAreSimple(rule)
        && PositionsAreSimple(rule)
        && (rule.End is RuleEnd.Never || !rule.Occurrences(start).Skip(MostOccurrences).Any());

    private static bool DaysExistInEveryMonth(RecurrenceRule rule, LocalDate start)
    {
        if (rule.Frequency is RuleFrequency.Daily or RuleFrequency.Weekly) return rule.ByMonthDay.IsEmpty;
        if (!rule.ByMonthDay.IsEmpty) return rule.ByMonthDay is [-1 or (> 0 and <= 28)] && rule.ByDay.IsEmpty;
        if (!rule.ByDay.IsEmpty || start.Day <= 28) return true;
        return rule.Frequency == RuleFrequency.Yearly && rule.ByMonth.IsEmpty && !(start.Month == 2 && start.Day == 29);
    }

    private static bool OrdinalsAreSimple(RecurrenceRule rule) =>
        rule.ByDay.All(d => d.Ordinal == 0)
        || (rule.ByDay is [{ Ordinal: -1 or (> 0 and <= 4) }]
            && (rule.Frequency == RuleFrequency.Monthly || rule.ByMonth.Length == 1));

    private static bool PositionsAreSimple(RecurrenceRule rule) =>
        rule.BySetPosition.IsEmpty
        || (rule.BySetPosition is [-1 or (> 0 and <= 4)]
            && rule.Frequency == RuleFrequency.Monthly
            && rule.ByDay.All(d => d.Ordinal == 0));
}
