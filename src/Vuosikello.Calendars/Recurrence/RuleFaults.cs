using System.Collections.Immutable;
using NodaTime;

namespace Vuosikello.Calendars.Recurrence;

/// <summary>What RFC 5545 section 3.3.10 forbids.</summary>
internal static class RuleFaults
{
    public static string? Find(RecurrenceRule rule, bool startIsDate) => OfNumbers(rule) ?? OfDays(rule) ?? OfTogether(rule, startIsDate);

    private static string? OfNumbers(RecurrenceRule rule)
    {
        if (rule.Frequency is < RuleFrequency.Secondly or > RuleFrequency.Yearly) return $"FREQ is {rule.Frequency}, which is no frequency";
        if (rule.Interval < 1) return $"INTERVAL is {rule.Interval}; it is 1 or more";
        if (rule.End is RuleEnd.Count { Occurrences: < 1 }) return "COUNT is less than 1";
        if (!Within(rule.BySecond, 0, 60)) return "BYSECOND holds something else than 0 to 60";
        if (!Within(rule.ByMinute, 0, 59)) return "BYMINUTE holds something else than 0 to 59";
        if (!Within(rule.ByHour, 0, 23)) return "BYHOUR holds something else than 0 to 23";
        if (!Within(rule.ByMonth, 1, 12)) return "BYMONTH holds something else than 1 to 12";
        if (!FromBothEnds(rule.ByMonthDay, 31)) return "BYMONTHDAY holds something else than 1 to 31 or -1 to -31";
        if (!FromBothEnds(rule.ByYearDay, 366)) return "BYYEARDAY holds something else than 1 to 366 or -1 to -366";
        if (!FromBothEnds(rule.ByWeekNumber, 53)) return "BYWEEKNO holds something else than 1 to 53 or -1 to -53";
        return FromBothEnds(rule.BySetPosition, 366) ? null : "BYSETPOS holds something else than 1 to 366 or -1 to -366";
    }

    private static string? OfDays(RecurrenceRule rule)
    {
        if (rule.WeekStart is < IsoDayOfWeek.Monday or > IsoDayOfWeek.Sunday) return "WKST is no day of the week";
        foreach (var day in rule.ByDay)
        {
            if (day.Weekday is < IsoDayOfWeek.Monday or > IsoDayOfWeek.Sunday) return "BYDAY holds something else than a day of the week";
            if (day.Ordinal is < -53 or > 53) return "BYDAY holds an ordinal outside -53 to 53";
            if (day.Ordinal == 0) continue;
            if (rule.Frequency < RuleFrequency.Monthly) return "BYDAY with an ordinal can only stand in a monthly or yearly rule";
            if (!rule.ByWeekNumber.IsEmpty) return "BYDAY with an ordinal cannot stand beside BYWEEKNO";
        }
        return null;
    }

    private static string? OfTogether(RecurrenceRule rule, bool startIsDate)
    {
        if (!rule.ByMonthDay.IsEmpty && rule.Frequency == RuleFrequency.Weekly) return "BYMONTHDAY cannot stand in a weekly rule";
        if (!rule.ByYearDay.IsEmpty && rule.Frequency is (RuleFrequency.Daily or RuleFrequency.Weekly or RuleFrequency.Monthly)) return "BYYEARDAY cannot stand in a daily, weekly or monthly rule";
        if (!rule.ByWeekNumber.IsEmpty && rule.Frequency != RuleFrequency.Yearly) return "BYWEEKNO can only stand in a yearly rule";
        if (!rule.BySetPosition.IsEmpty && !HasOtherPart(rule)) return "BYSETPOS needs another BY part to choose from";
        return startIsDate && rule.Frequency < RuleFrequency.Daily ? "a rule of hours, minutes or seconds needs a start with a time" : null;
    }

    private static bool HasOtherPart(RecurrenceRule rule) =>
        !(rule.BySecond.IsEmpty && rule.ByMinute.IsEmpty && rule.ByHour.IsEmpty && rule.ByDay.IsEmpty && rule.ByMonthDay.IsEmpty
            && rule.ByYearDay.IsEmpty && rule.ByWeekNumber.IsEmpty && rule.ByMonth.IsEmpty);

    private static bool FromBothEnds(ImmutableArray<int> numbers, int most)
    {
        foreach (int number in numbers)
        {
            if (number == 0 || number < -most || number > most) return false;
        }
        return true;
    }

    private static bool Within(ImmutableArray<int> numbers, int least, int most)
    {
        foreach (int number in numbers)
        {
            if (number < least || number > most) return false;
        }
        return true;
    }
}
