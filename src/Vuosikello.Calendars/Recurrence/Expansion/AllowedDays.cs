using System.Numerics;

namespace Vuosikello.Calendars.Recurrence.Expansion;

/// <summary>Finds the next day that a filter allows, skipping whole months that have none; remembers the month it was in.</summary>
internal sealed class AllowedDays(DayFilter filter)
{
    private int _first;
    private int _length;
    private uint _days;

    /// <summary>The first allowed day that is not before the given one; int.MaxValue when none begins by the last.</summary>
    public int From(int day, int last)
    {
        while (day <= last)
        {
            if (day < _first || day >= _first + _length) Load(day);
            uint left = _days >> (day - _first);
            if (left != 0) return day + BitOperations.TrailingZeroCount(left);
            day = _first + _length;
        }
        return int.MaxValue;
    }

    private void Load(int day)
    {
        var (year, month, dayOfMonth) = LocalSeconds.DateOf(day);
        _first = day - dayOfMonth + 1;
        _length = LocalSeconds.DaysInMonth(year, month);
        _days = filter.DaysOf(year, month, _first);
    }
}
