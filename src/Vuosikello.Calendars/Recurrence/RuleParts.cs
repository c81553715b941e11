using System.Buffers.Text;
using System.Collections.Immutable;
using System.Text;
using NodaTime;

namespace Vuosikello.Calendars.Recurrence;

/// <summary>The parts of a rule's text as they are read, one after the other.</summary>
internal ref struct RuleParts
{
    private static readonly string[] Names =
        ["FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST", "BYSECOND", "BYMINUTE", "BYHOUR", "BYDAY", "BYMONTHDAY", "BYYEARDAY", "BYWEEKNO", "BYMONTH", "BYSETPOS"];

    private int _seen;
    private RuleFrequency _frequency;
    private int _interval = 1;
    private RuleEnd _end = RuleEnd.Never.Instance;
    private IsoDayOfWeek _weekStart = IsoDayOfWeek.Monday;
    private ImmutableArray<int> _seconds = [], _minutes = [], _hours = [], _monthDays = [], _yearDays = [], _weeks = [], _months = [], _positions = [];
    private ImmutableArray<RuleWeekday> _days = [];

    public RuleParts() { }

    /// <summary>Takes in one part; answers what is wrong with it, or null.</summary>
    public string? Take(ReadOnlySpan<byte> part)
    {
        int equals = part.IndexOf((byte)'=');
        if (equals <= 0) return $"{Quoted(part)} is no part of a rule, such as FREQ=DAILY";
        var value = part[(equals + 1)..];
        int name = IndexOf(part[..equals]);
        if (name < 0) return $"{Quoted(part[..equals])} is no part of a rule that RFC 5545 knows";
        if ((_seen & (1 << name)) != 0) return $"{Names[name]} comes twice";
        _seen |= 1 << name;
        bool right = name switch
        {
            0 => TryFrequency(value, out _frequency),
            1 => TryNumber(value, signed: false, out _interval),
            2 => TryCount(value),
            3 => UntilText.TryParse(value, ref _end),
            4 => TryWeekday(value, out _weekStart),
            5 => TryNumbers(value, ref _seconds, signed: false),
            6 => TryNumbers(value, ref _minutes, signed: false),
            7 => TryNumbers(value, ref _hours, signed: false),
            8 => TryDays(value),
            9 => TryNumbers(value, ref _monthDays, signed: true),
            10 => TryNumbers(value, ref _yearDays, signed: true),
            11 => TryNumbers(value, ref _weeks, signed: true),
            12 => TryNumbers(value, ref _months, signed: false),
            _ => TryNumbers(value, ref _positions, signed: true),
        };
        return right ? null : $"{Names[name]} is {Quoted(value)}, which cannot be read";
    }

    /// <summary>The whole, or what is wrong with it.</summary>
    public readonly RecurrenceRule? ToRule(out string? fault)
    {
        fault = (_seen & 1) == 0 ? "FREQ is missing" : (_seen & 0b1100) == 0b1100 ? "COUNT and UNTIL cannot stand together" : null;
        if (fault is not null) return null;
        var rule = new RecurrenceRule
        {
            Frequency = _frequency,
            Interval = _interval,
            End = _end,
            WeekStart = _weekStart,
            BySecond = _seconds,
            ByMinute = _minutes,
            ByHour = _hours,
            ByDay = _days,
            ByMonthDay = _monthDays,
            ByYearDay = _yearDays,
            ByWeekNumber = _weeks,
            ByMonth = _months,
            BySetPosition = _positions,
        };
        fault = rule.FindFault();
        return fault is null ? rule : null;
    }

    private bool TryCount(ReadOnlySpan<byte> value)
    {
        bool right = TryNumber(value, signed: false, out int count);
        _end = new RuleEnd.Count(count);
        return right;
    }

    private bool TryDays(ReadOnlySpan<byte> value)
    {
        var days = ImmutableArray.CreateBuilder<RuleWeekday>(1);
        foreach (var range in value.Split((byte)','))
        {
            var day = value[range];
            if (day.Length < 2 || !TryWeekday(day[^2..], out var weekday)) return false;
            int ordinal = 0;
            if (day.Length > 2 && (!TryNumber(day[..^2], signed: true, out ordinal) || ordinal == 0)) return false;
            days.Add(new RuleWeekday(weekday, ordinal));
        }
        _days = days.DrainToImmutable();
        return true;
    }

    private static bool TryNumbers(ReadOnlySpan<byte> value, ref ImmutableArray<int> numbers, bool signed)
    {
        var found = ImmutableArray.CreateBuilder<int>(1);
        foreach (var range in value.Split((byte)','))
        {
            if (!TryNumber(value[range], signed, out int number)) return false;
            found.Add(number);
        }
        numbers = found.DrainToImmutable();
        return true;
    }

    private static bool TryNumber(ReadOnlySpan<byte> value, bool signed, out int number) =>
        Utf8Parser.TryParse(value, out number, out int read) && read == value.Length && (signed || value[0] is >= (byte)'0' and <= (byte)'9');

    private static bool TryFrequency(ReadOnlySpan<byte> value, out RuleFrequency frequency)
    {
        frequency = default;
        for (var each = RuleFrequency.Secondly; each <= RuleFrequency.Yearly; each++)
        {
            if (!Ascii.EqualsIgnoreCase(value, RuleText.Name(each))) continue;
            frequency = each;
            return true;
        }
        return false;
    }

    private static bool TryWeekday(ReadOnlySpan<byte> value, out IsoDayOfWeek weekday)
    {
        for (weekday = IsoDayOfWeek.Monday; weekday <= IsoDayOfWeek.Sunday; weekday++)
        {
            if (Ascii.EqualsIgnoreCase(value, RuleText.Name(weekday))) return true;
        }
        return false;
    }

    private static int IndexOf(ReadOnlySpan<byte> name)
    {
        for (int i = 0; i < Names.Length; i++)
        {
            if (Ascii.EqualsIgnoreCase(name, Names[i])) return i;
        }
        return -1;
    }

    private static string Quoted(ReadOnlySpan<byte> text) => $"\"{Encoding.UTF8.GetString(text[..Math.Min(text.Length, 40)])}\"";
}
