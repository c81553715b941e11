using System.Collections.Immutable;
using NodaTime;

namespace Vuosikello.Calendars.Recurrence.Expansion;

/// <summary>BYWEEKNO: weeks start on WKST and belong to the year that has four days of them or more (RFC 5545 section 3.3.10).</summary>
internal sealed class WeekNumbers
{
    private readonly int _weekStart;
    private readonly ulong _fromStart;
    private readonly ulong _fromEnd;

    public WeekNumbers(ImmutableArray<int> numbers, IsoDayOfWeek weekStart)
    {
        _weekStart = (int)weekStart - 1;
        foreach (int number in numbers)
        {
            if (number > 0) _fromStart |= 1ul << number;
            else _fromEnd |= 1ul << -number;
        }
    }

    /// <summary>Which days of the month lie in a wanted week; bit 0 is its first.</summary>
    public uint InMonth(int year, int first, int length)
    {
        uint days = 0;
        int week = WeekOf(first);
        for (; week < first + length; week += 7)
        {
            if (!IsWanted(week, year)) continue;
            int from = Math.Max(week - first, 0);
            int to = Math.Min(week + 7 - first, length);
            days |= (uint)((1ul << to) - (1ul << from));
        }
        return days;
    }

    private bool IsWanted(int week, int year)
    {
        int middle = week + 3;
        int owner = middle < LocalSeconds.DayOf(year, 1, 1) ? year - 1 : middle >= LocalSeconds.DayOf(year + 1, 1, 1) ? year + 1 : year;
        int firstWeek = FirstWeek(owner);
        int number = ((week - firstWeek) / 7) + 1;
        int weeks = (FirstWeek(owner + 1) - firstWeek) / 7;
        return (((_fromStart >> number) | (_fromEnd >> (weeks + 1 - number))) & 1) != 0;
    }

    /// <summary>The week that 4 January is in is a year's first.</summary>
    private int FirstWeek(int year) => WeekOf(LocalSeconds.DayOf(year, 1, 4));

    private int WeekOf(int day) => day - LocalSeconds.Modulo(LocalSeconds.WeekdayOf(day) - _weekStart, 7);
}
