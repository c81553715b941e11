using System.Collections.Immutable;
using NodaTime;
using Vuosikello.Calendars.Recurrence;
using Vuosikello.Calendars.TimeZones;

namespace Vuosikello.Calendars.Writing;

/// <summary>A RECUR value (RFC 5545 section 3.3.10) beside an event's time, its parts in the order of <see cref="RuleText"/>.</summary>
internal static class RuleValue
{
    private static readonly LocalTime DayEnd = new(23, 59, 59);

    /// <param name="time">Of the event; null for a rule whose end is of the right kind already.</param>
    public static ContentLines Write(RecurrenceRule rule, EventTime? time, ContentLines line)
    {
        line.Raw("FREQ="u8).Raw(RuleText.Name(rule.Frequency));
        if (rule.Interval > 1) line.Raw(";INTERVAL="u8).Number(rule.Interval);
        Numbers(line, ";BYMONTH="u8, rule.ByMonth);
        Numbers(line, ";BYWEEKNO="u8, rule.ByWeekNumber);
        Numbers(line, ";BYYEARDAY="u8, rule.ByYearDay);
        Numbers(line, ";BYMONTHDAY="u8, rule.ByMonthDay);
        for (int i = 0; i < rule.ByDay.Length; i++)
        {
            line.Raw(i == 0 ? ";BYDAY="u8 : ","u8);
            if (rule.ByDay[i].Ordinal != 0) line.Number(rule.ByDay[i].Ordinal);
            line.Raw(RuleText.Name(rule.ByDay[i].Weekday));
        }
        Numbers(line, ";BYHOUR="u8, rule.ByHour);
        Numbers(line, ";BYMINUTE="u8, rule.ByMinute);
        Numbers(line, ";BYSECOND="u8, rule.BySecond);
        Numbers(line, ";BYSETPOS="u8, rule.BySetPosition);
        WriteEnd(rule.End, time, line);
        return rule.WeekStart == IsoDayOfWeek.Monday ? line : line.Raw(";WKST="u8).Raw(RuleText.Name(rule.WeekStart));
    }

    /// <summary>UNTIL is written in the kind of the start; a day beside a time is that day's end in UTC.</summary>
    private static void WriteEnd(RuleEnd end, EventTime? time, ContentLines line)
    {
        switch (end)
        {
            case RuleEnd.Count count: line.Raw(";COUNT="u8).Number(count.Occurrences); break;
            case RuleEnd.LastDay until when time is EventTime.Zoned zoned: line.Raw(";UNTIL="u8).Utc(zoned.Zone.MomentOf(until.Date + DayEnd)); break;
            case RuleEnd.LastDay until: line.Raw(";UNTIL="u8).Date(until.Date); break;
            case RuleEnd.LastTime until: line.Raw(";UNTIL="u8).DateTime(until.Time); break;
            case RuleEnd.LastMoment until: line.Raw(";UNTIL="u8).Utc(until.At); break;
        }
    }

    private static void Numbers(ContentLines line, ReadOnlySpan<byte> name, ImmutableArray<int> numbers)
    {
        for (int i = 0; i < numbers.Length; i++) line.Raw(i == 0 ? name : ","u8).Number(numbers[i]);
    }
}
