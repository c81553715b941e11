using System.Buffers;
using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using NodaTime;

namespace Vuosikello.Calendars.Recurrence;

/// <summary>The value of an RRULE as text (RFC 5545 section 3.3.10), both ways, in UTF-8.</summary>
public static class RuleText
{
    /// <summary>Reads a rule. Letters of any case are taken, as section 2 of RFC 5545 says; nothing else that the grammar does not have is.</summary>
    /// <param name="text">The value, unfolded, without the property's name.</param>
    /// <param name="rule">A rule without a fault, when this answers true.</param>
    /// <param name="fault">Otherwise what is wrong, naming the part; a sentence without its full stop.</param>
    public static bool TryParse(ReadOnlySpan<byte> text, [NotNullWhen(true)] out RecurrenceRule? rule, [NotNullWhen(false)] out string? fault)
    {
        var parts = new RuleParts();
        foreach (var range in text.Split((byte)';'))
        {
            fault = parts.Take(text[range]);
            if (fault is null) continue;
            rule = null;
            return false;
        }
        rule = parts.ToRule(out fault);
        return rule is not null;
    }

    /// <summary>Writes the value, parts in a fixed order. It does not look for faults.</summary>
    public static void Write(RecurrenceRule rule, IBufferWriter<byte> output)
    {
        output.Write("FREQ="u8);
        output.Write(Name(rule.Frequency));
        if (rule.Interval != 1) Number(output, ";INTERVAL="u8, rule.Interval);
        Numbers(output, ";BYMONTH="u8, rule.ByMonth.AsSpan());
        Numbers(output, ";BYWEEKNO="u8, rule.ByWeekNumber.AsSpan());
        Numbers(output, ";BYYEARDAY="u8, rule.ByYearDay.AsSpan());
        Numbers(output, ";BYMONTHDAY="u8, rule.ByMonthDay.AsSpan());
        for (int i = 0; i < rule.ByDay.Length; i++)
        {
            output.Write(i == 0 ? ";BYDAY="u8 : ","u8);
            if (rule.ByDay[i].Ordinal != 0) Number(output, [], rule.ByDay[i].Ordinal);
            output.Write(Name(rule.ByDay[i].Weekday));
        }
        Numbers(output, ";BYHOUR="u8, rule.ByHour.AsSpan());
        Numbers(output, ";BYMINUTE="u8, rule.ByMinute.AsSpan());
        Numbers(output, ";BYSECOND="u8, rule.BySecond.AsSpan());
        Numbers(output, ";BYSETPOS="u8, rule.BySetPosition.AsSpan());
        WriteEnd(rule.End, output);
        if (rule.WeekStart == IsoDayOfWeek.Monday) return;
        output.Write(";WKST="u8);
        output.Write(Name(rule.WeekStart));
    }

    /// <summary>The two letters of a day of the week.</summary>
    internal static ReadOnlySpan<byte> Name(IsoDayOfWeek weekday) => "MOTUWETHFRSASU"u8.Slice(((int)weekday - 1) * 2, 2);

    internal static string Format(RecurrenceRule rule)
    {
        var output = new ArrayBufferWriter<byte>(64);
        Write(rule, output);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    private static void WriteEnd(RuleEnd end, IBufferWriter<byte> output)
    {
        if (end is RuleEnd.Count count)
        {
            Number(output, ";COUNT="u8, count.Occurrences);
            return;
        }
        if (end is RuleEnd.Never) return;
        output.Write(";UNTIL="u8);
        var time = end switch
        {
            RuleEnd.LastDay until => until.Date.AtMidnight(),
            RuleEnd.LastTime until => until.Time,
            RuleEnd.LastMoment until => until.At.InUtc().LocalDateTime,
            _ => throw new ArgumentOutOfRangeException(nameof(end)),
        };
        Digits(output, time.Year, 4);
        Digits(output, time.Month, 2);
        Digits(output, time.Day, 2);
        if (end is RuleEnd.LastDay) return;
        output.Write("T"u8);
        Digits(output, time.Hour, 2);
        Digits(output, time.Minute, 2);
        Digits(output, time.Second, 2);
        if (end is RuleEnd.LastMoment) output.Write("Z"u8);
    }

    private static void Numbers(IBufferWriter<byte> output, ReadOnlySpan<byte> name, ReadOnlySpan<int> numbers)
    {
        for (int i = 0; i < numbers.Length; i++) Number(output, i == 0 ? name : ","u8, numbers[i]);
    }

    private static void Number(IBufferWriter<byte> output, ReadOnlySpan<byte> before, int value)
    {
        output.Write(before);
        Utf8Formatter.TryFormat(value, output.GetSpan(11), out int written);
        output.Advance(written);
    }

    private static void Digits(IBufferWriter<byte> output, int value, int digits)
    {
        Utf8Formatter.TryFormat(value, output.GetSpan(digits), out int written, new StandardFormat('D', (byte)digits));
        output.Advance(written);
    }

    internal static ReadOnlySpan<byte> Name(RuleFrequency frequency) => frequency switch
    {
        RuleFrequency.Secondly => "SECONDLY"u8,
        RuleFrequency.Minutely => "MINUTELY"u8,
        RuleFrequency.Hourly => "HOURLY"u8,
        RuleFrequency.Daily => "DAILY"u8,
        RuleFrequency.Weekly => "WEEKLY"u8,
        RuleFrequency.Monthly => "MONTHLY"u8,
        RuleFrequency.Yearly => "YEARLY"u8,
        _ => "?"u8,
    };
}
