using System.Collections.Immutable;
using System.Numerics;
using NodaTime;

namespace Vuosikello.Calendars.Recurrence.Expansion;

/// <summary>
/// BYMONTH, BYMONTHDAY, BYYEARDAY, BYWEEKNO and BYDAY as one question: which days of a month satisfy all of them? The answer is
/// a bit for each day. What the parts leave open is filled from the start, as RFC 5545 section 3.3.10 says.
/// </summary>
internal sealed class DayFilter
{
    private const uint AllMonths = 0x1FFE;
    private readonly uint _months;
    private readonly (uint FromStart, uint FromEnd)? _monthDays;
    private readonly YearDays? _yearDays;
    private readonly WeekNumbers? _weeks;
    private readonly uint? _weekdays;
    private readonly ImmutableArray<RuleWeekday> _ordinals;
    private readonly bool _ordinalsOfYear;

    public DayFilter(RecurrenceRule rule, LocalDate start)
    {
        bool noDay = rule.ByMonthDay.IsEmpty && rule.ByYearDay.IsEmpty && rule.ByDay.IsEmpty;
        bool noWeek = rule.ByWeekNumber.IsEmpty;
        bool yearly = rule.Frequency == RuleFrequency.Yearly;
        _months = !rule.ByMonth.IsEmpty ? Bits(rule.ByMonth) : yearly && noDay && noWeek ? 1u << start.Month : AllMonths;
        if (!rule.ByMonthDay.IsEmpty) _monthDays = (Bits(rule.ByMonthDay, 1), Bits(rule.ByMonthDay, -1));
        else if (noDay && noWeek && rule.Frequency >= RuleFrequency.Monthly) _monthDays = (1u << (start.Day - 1), 0);
        if (!rule.ByYearDay.IsEmpty) _yearDays = new YearDays(rule.ByYearDay);
        if (!noWeek) _weeks = new WeekNumbers(rule.ByWeekNumber, rule.WeekStart);
        if (!rule.ByDay.IsEmpty) _weekdays = WeekdayBits(rule.ByDay);
        else if (rule.Frequency == RuleFrequency.Weekly || (!noWeek && noDay)) _weekdays = 1u << ((int)start.DayOfWeek - 1);
        _ordinals = HasOrdinals(rule.ByDay) ? rule.ByDay : [];
        _ordinalsOfYear = yearly && rule.ByMonth.IsEmpty;
    }

    /// <summary>True when every day satisfies it.</summary>
    public bool IsEmpty => _months == AllMonths && _monthDays is null && _yearDays is null && _weeks is null && _weekdays is null;

    /// <summary>True when some months have no day that satisfies it, whatever their days.</summary>
    public bool LimitsMonths => _months != AllMonths;

    /// <summary>Bit 0 is Monday.</summary>
    public uint Weekdays => _weekdays ?? 0x7F;

    public bool Allows(int month) => (_months >> month & 1) != 0;

    /// <summary>The days of a month that satisfy everything; bit 0 is its first.</summary>
    /// <param name="first">The day number of the month's first.</param>
    public uint DaysOf(int year, int month, int first)
    {
        if (!Allows(month)) return 0;
        int length = LocalSeconds.DaysInMonth(year, month);
        uint days = uint.MaxValue >> (32 - length);
        if (_monthDays is { } wanted) days &= wanted.FromStart | Reversed(wanted.FromEnd, length);
        if (days != 0 && _yearDays is { } yearDays) days &= yearDays.InMonth(year, first, length);
        if (days != 0 && _weeks is { } weeks) days &= weeks.InMonth(year, first, length);
        return days != 0 && _weekdays is { } weekdays ? days & OnWeekdays(weekdays, year, first, length) : days;
    }

    /// <summary>Turns bits that count from the end of a stretch of days into bits that count from its start.</summary>
    public static uint Reversed(uint fromEnd, int length)
    {
        uint start = 0;
        for (; fromEnd != 0; fromEnd &= fromEnd - 1)
        {
            int back = BitOperations.TrailingZeroCount(fromEnd);
            if (back < length) start |= 1u << (length - 1 - back);
        }
        return start;
    }

    private uint OnWeekdays(uint each, int year, int first, int length)
    {
        int weekday = LocalSeconds.WeekdayOf(first);
        uint week = (each >> weekday | each << (7 - weekday)) & 0x7F;
        uint days = week | week << 7 | week << 14 | week << 21 | week << 28;
        if (_ordinals.IsEmpty) return days;
        int from = _ordinalsOfYear ? LocalSeconds.DayOf(year, 1, 1) : first;
        int span = _ordinalsOfYear ? LocalSeconds.DaysInYear(year) : length;
        foreach (var nth in _ordinals)
        {
            if (nth.Ordinal == 0) continue;
            int day = Nth(nth, from, span) - first;
            if (day >= 0 && day < length) days |= 1u << day;
        }
        return days;
    }

    /// <summary>The day number of the n-th weekday of a stretch of days; one before all months when there is none.</summary>
    private static int Nth(RuleWeekday nth, int from, int span)
    {
        int weekday = (int)nth.Weekday - 1;
        int last = from + span - 1;
        int day = nth.Ordinal > 0
            ? from + LocalSeconds.Modulo(weekday - LocalSeconds.WeekdayOf(from), 7) + (7 * (nth.Ordinal - 1))
            : last - LocalSeconds.Modulo(LocalSeconds.WeekdayOf(last) - weekday, 7) + (7 * (nth.Ordinal + 1));
        return day >= from && day <= last ? day : int.MinValue / 2;
    }

    private static bool HasOrdinals(ImmutableArray<RuleWeekday> days)
    {
        foreach (var day in days)
        {
            if (day.Ordinal != 0) return true;
        }
        return false;
    }

    private static uint WeekdayBits(ImmutableArray<RuleWeekday> days)
    {
        uint bits = 0;
        foreach (var day in days)
        {
            if (day.Ordinal == 0) bits |= 1u << ((int)day.Weekday - 1);
        }
        return bits;
    }

    private static uint Bits(ImmutableArray<int> numbers)
    {
        uint bits = 0;
        foreach (int number in numbers) bits |= 1u << number;
        return bits;
    }

    /// <summary>The numbers of one sign: bit 0 is 1, or -1.</summary>
    private static uint Bits(ImmutableArray<int> numbers, int sign)
    {
        uint bits = 0;
        foreach (int number in numbers)
        {
            if (number * sign > 0) bits |= 1u << ((number * sign) - 1);
        }
        return bits;
    }
}
