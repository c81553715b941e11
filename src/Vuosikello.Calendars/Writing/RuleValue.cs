using System.Collections.Immutable;
using NodaTime;
using Vuosikello.Calendars.Recurrence;

namespace Vuosikello.Calendars.Writing;

/// <summary>A RECUR value (RFC 5545 section 3.3.10), its parts in a fixed order.</summary>
internal static class RuleValue
{
    private static readonly LocalTime DayEnd = new(23, 59, 59);

    public static ContentLines Write(RecurrenceRule rule, EventTime time, ContentLines line)
    {
        line.Raw("FREQ="u8).Raw(Name(rule.Frequency));
        if (rule.Interval > 1) line.Raw(";INTERVAL="u8).Number(rule.Interval);
        Numbers(line, ";BYMONTH="u8, rule.ByMonth);
        Numbers(line, ";BYMONTHDAY="u8, rule.ByMonthDay);
        for (int i = 0; i < rule.ByDay.Length; i++)
        {
            line.Raw(i == 0 ? ";BYDAY="u8 : ","u8);
            if (rule.ByDay[i].Ordinal != 0) line.Number(rule.ByDay[i].Ordinal);
            line.Raw(Name(rule.ByDay[i].Weekday));
        }
        Numbers(line, ";BYSETPOS="u8, rule.BySetPosition);
        return rule.End switch
        {
            RuleEnd.Count count => line.Raw(";COUNT="u8).Number(count.Occurrences),
            RuleEnd.LastDay until => Until(until.Date, time, line.Raw(";UNTIL="u8)),
            _ => line,
        };
    }

    private static ContentLines Until(LocalDate last, EventTime time, ContentLines line) => time is EventTime.Zoned zoned
        ? line.Utc((last + DayEnd).InZoneLeniently(zoned.Zone).ToInstant())
        : line.Date(last);

    private static void Numbers(ContentLines line, ReadOnlySpan<byte> name, ImmutableArray<int> numbers)
    {
        for (int i = 0; i < numbers.Length; i++) line.Raw(i == 0 ? name : ","u8).Number(numbers[i]);
    }

    internal static ReadOnlySpan<byte> Name(IsoDayOfWeek weekday) => "MOTUWETHFRSASU"u8.Slice(((int)weekday - 1) * 2, 2);

    private static ReadOnlySpan<byte> Name(RuleFrequency frequency) => frequency switch
    {
        RuleFrequency.Daily => "DAILY"u8,
        RuleFrequency.Weekly => "WEEKLY"u8,
        RuleFrequency.Monthly => "MONTHLY"u8,
        RuleFrequency.Yearly => "YEARLY"u8,
        _ => throw new ArgumentOutOfRangeException(nameof(frequency)),
    };
}
