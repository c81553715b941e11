using Vuosikello.Calendars.Recurrence;

namespace Vuosikello.Calendars.Tests.Recurrence;

/// <summary>Where other engines are known to read RFC 5545 otherwise, each by name, and by no more than the rule's shape.</summary>
internal static class KnownDifferences
{
    public static string? Name(string engine, RuleCase asked, string[] theirs) => engine switch
    {
        "dateutil" => OfDateutil(asked.Rule, theirs),
        "libical" => OfLibical(asked.Rule, theirs),
        "KCalendarCore" => OfKCalendarCore(asked.Rule, theirs),
        _ => null,
    };

    private static string? OfKCalendarCore(RecurrenceRule rule, string[] theirs)
    {
        bool plain = rule is { ByMonth: [], ByMonthDay: [], ByDay: [], ByYearDay: [], ByHour: [], ByMinute: [], BySecond: [], BySetPosition: [] };
        if (rule is { Frequency: RuleFrequency.Secondly, Interval: 1 } && plain) return "every second: KCalendarCore goes by two";
        if (rule.Frequency < RuleFrequency.Daily && !plain && theirs.Length == 0) return "a long way to the first in a rule by the clock: KCalendarCore gives up";
        if (rule.Frequency < RuleFrequency.Daily && !(rule.ByMinute.IsEmpty && rule.BySecond.IsEmpty)) return "BYMINUTE or BYSECOND in a rule by the clock: asked for the next one, KCalendarCore gives the same again";
        if (rule.Frequency == RuleFrequency.Yearly && !rule.ByMonthDay.IsEmpty && rule.ByMonth.IsEmpty) return "yearly BYMONTHDAY without BYMONTH: KCalendarCore takes the start's month only";
        if (rule.ByWeekNumber.Any(week => week < 0)) return "BYWEEKNO from the end: KCalendarCore leaves it out";
        if (!rule.ByWeekNumber.IsEmpty && HasNoDay(rule)) return "BYWEEKNO alone: KCalendarCore takes all seven days, not the start's weekday";
        if (rule.ByYearDay.Any(day => day < 0)) return "negative BYYEARDAY: KCalendarCore leaves it out";
        if (rule.Frequency <= RuleFrequency.Daily && rule.ByMonthDay.Any(day => day < 0)) return "negative BYMONTHDAY that limits: KCalendarCore leaves it out";
        return null;
    }

    private static string? OfDateutil(RecurrenceRule rule, string[] theirs)
    {
        if (!rule.ByWeekNumber.IsEmpty && HasNoDay(rule)) return "BYWEEKNO alone: dateutil takes all seven days, not the start's weekday";
        if (theirs is ["refused:list_index_out_of_range"] && rule.ByDay.Any(d => Math.Abs(d.Ordinal) > 4)) return "an ordinal that the month does not have: dateutil crashes";
        if (rule.ByDay.Any(d => d.Ordinal == 0) && rule.ByDay.Any(d => d.Ordinal != 0)) return "BYDAY with and without ordinals: dateutil takes only what is both";
        if (rule.ByWeekNumber.Any(n => Math.Abs(n) >= 52)) return "BYWEEKNO 52 or 53, also from the end: dateutil misnumbers the days around New Year that belong to the other year";
        if (rule.Frequency == RuleFrequency.Weekly && !rule.BySetPosition.IsEmpty) return "BYSETPOS in the start's own week: dateutil counts from the start, not from the week's first day";
        return null;
    }

    private static string? OfLibical(RecurrenceRule rule, string[] theirs)
    {
        bool byTwo = !rule.ByMonth.IsEmpty || !rule.ByMonthDay.IsEmpty || !rule.ByYearDay.IsEmpty;
        if (theirs is ["refused"] && (!rule.ByWeekNumber.IsEmpty || !rule.ByYearDay.IsEmpty) && byTwo) return "BYWEEKNO or BYYEARDAY beside other days or months: libical refuses it";
        if (!rule.ByWeekNumber.IsEmpty && rule.ByDay.IsEmpty) return "BYWEEKNO without BYDAY: libical takes another week, or refuses it";
        if (rule.ByWeekNumber.Any(n => n < 0)) return "BYWEEKNO from the end: libical counts from another end, and into the next year";
        bool limits = rule.Frequency <= RuleFrequency.Daily;
        if (limits && (rule.ByMonthDay.Any(n => n < 0) || rule.ByYearDay.Any(n => n < 0))) return "negative BYMONTHDAY or BYYEARDAY that limits: libical does not know it";
        if (rule.Frequency == RuleFrequency.Yearly && !rule.ByMonthDay.IsEmpty && rule.ByMonth.IsEmpty) return "yearly BYMONTHDAY without BYMONTH: libical takes the start's month only";
        bool byTime = !(rule.ByHour.IsEmpty && rule.ByMinute.IsEmpty && rule.BySecond.IsEmpty);
        if (rule.Frequency < RuleFrequency.Daily && byTime) return "BYHOUR, BYMINUTE or BYSECOND in a rule by the clock: libical misses some after the start, and forgets the interval";
        if (rule.Frequency == RuleFrequency.Weekly && rule.Interval > 1 && rule.WeekStart != NodaTime.IsoDayOfWeek.Monday && byTime) return "WKST and INTERVAL beside BYHOUR: libical begins with another week";
        bool fromBothEnds = rule.ByMonthDay.Any(n => n > 0) && rule.ByMonthDay.Any(n => n < 0);
        if (!rule.BySetPosition.IsEmpty && fromBothEnds) return "BYSETPOS beside BYMONTHDAY from both ends: libical counts a day twice that both name";
        bool byDays = rule.Frequency >= RuleFrequency.Monthly && !byTime;
        if (!rule.BySetPosition.IsEmpty && !byDays) return "BYSETPOS in a daily or weekly rule or beside times: libical ignores it, or counts days";
        return null;
    }

    private static bool HasNoDay(RecurrenceRule rule) => rule.ByDay.IsEmpty && rule.ByMonthDay.IsEmpty && rule.ByYearDay.IsEmpty;
}
