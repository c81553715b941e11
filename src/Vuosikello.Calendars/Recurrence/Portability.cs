using NodaTime;

namespace Vuosikello.Calendars.Recurrence;

/// <summary>
/// On which rules calendar programs agree. Found by trying: Outlook knows neither two ordinals in one rule nor more than 999
/// occurrences, and takes day 31 for the last day; ical.js makes 1 March of a yearly 29 February, ignores BYSETPOS by week and, where a monthly
/// rule has BYMONTH, the interval.
/// </summary>
internal static class Portability
{
    private const int MostOccurrences = 999;

    public static string? WhyNot(RecurrenceRule rule, LocalDate start) =>
        rule.FindFault(startIsDate: true) ?? Parts(rule) ?? Days(rule, start) ?? Ordinals(rule) ?? Positions(rule) ?? Number(rule, start);

    private static string? Parts(RecurrenceRule rule)
    {
        if (!rule.BySecond.IsEmpty || !rule.ByMinute.IsEmpty || !rule.ByHour.IsEmpty) return "BYHOUR, BYMINUTE and BYSECOND are not known to all programs";
        if (!rule.ByYearDay.IsEmpty) return "BYYEARDAY is not known to all programs";
        if (!rule.ByWeekNumber.IsEmpty) return "BYWEEKNO is not known to all programs, and read differently around New Year";
        if (rule.Frequency == RuleFrequency.Monthly && !rule.ByMonth.IsEmpty) return "BYMONTH in a monthly rule makes some programs forget the interval or repeat days";
        bool weeksMatter = rule.Frequency == RuleFrequency.Weekly && rule.Interval > 1 && rule.WeekStart != IsoDayOfWeek.Monday;
        return weeksMatter ? "WKST other than Monday in a rule of every so many weeks is not known to all programs" : null;
    }

    private static string? Days(RecurrenceRule rule, LocalDate start)
    {
        if (rule.Frequency is RuleFrequency.Daily or RuleFrequency.Weekly) return rule.ByMonthDay.IsEmpty ? null : "BYMONTHDAY in a daily rule is not known to all programs";
        if (!rule.ByMonthDay.IsEmpty && !rule.ByDay.IsEmpty) return "BYMONTHDAY beside BYDAY is not known to all programs";
        if (!rule.ByMonthDay.IsEmpty && rule.Frequency == RuleFrequency.Yearly && rule.ByMonth.IsEmpty) return "BYMONTHDAY in a yearly rule without BYMONTH means the start's month only to some programs";
        if (!rule.ByMonthDay.IsEmpty) return rule.ByMonthDay is [-1 or (> 0 and <= 28)] ? null : "BYMONTHDAY is something else than one day that every month has, or -1";
        if (!rule.ByDay.IsEmpty || start.Day <= 28) return null;
        bool always = rule.Frequency == RuleFrequency.Yearly && rule.ByMonth.IsEmpty && !(start.Month == 2 && start.Day == 29);
        return always ? null : $"some months or years have no day {start.Day} to start on; programs then take another day, or none";
    }

    private static string? Ordinals(RecurrenceRule rule)
    {
        if (rule.ByDay.All(d => d.Ordinal == 0)) return null;
        if (rule.ByDay is not [{ Ordinal: -1 or (> 0 and <= 4) }]) return "BYDAY holds several ordinals, or one that some months do not have";
        return rule.Frequency == RuleFrequency.Monthly || rule.ByMonth.Length == 1 ? null : "BYDAY with an ordinal in a yearly rule needs one BYMONTH";
    }

    private static string? Positions(RecurrenceRule rule)
    {
        if (rule.BySetPosition.IsEmpty) return null;
        if (rule.Frequency != RuleFrequency.Monthly) return "BYSETPOS is known to all programs in monthly rules only";
        if (rule.BySetPosition is not [-1 or (> 0 and <= 4)]) return "BYSETPOS is something else than one of 1 to 4, or -1";
        return rule.ByDay.All(d => d.Ordinal == 0) ? null : "BYSETPOS beside an ordinal in BYDAY is not known to all programs";
    }

    private static string? Number(RecurrenceRule rule, LocalDate start) =>
        rule.End is RuleEnd.Never || !rule.Occurrences(start).Skip(MostOccurrences).Any() ? null : $"there are more than {MostOccurrences} occurrences";
}
