using System.Collections.Immutable;

namespace Vuosikello.Calendars.Recurrence.Expansion;

/// <summary>BYYEARDAY as bits, cut out month by month.</summary>
internal sealed class YearDays
{
    private const int Words = 6;
    private readonly ulong[] _fromStart = new ulong[Words];
    private readonly ulong[] _fromEnd = new ulong[Words];

    public YearDays(ImmutableArray<int> numbers)
    {
        foreach (int number in numbers)
        {
            int bit = Math.Abs(number) - 1;
            (number > 0 ? _fromStart : _fromEnd)[bit / 64] |= 1ul << (bit % 64);
        }
    }

    /// <summary>Which days of the month are wanted; bit 0 is its first.</summary>
    public uint InMonth(int year, int first, int length)
    {
        int before = first - LocalSeconds.DayOf(year, 1, 1);
        int after = LocalSeconds.DaysInYear(year) - before - length;
        return Cut(_fromStart, before) | DayFilter.Reversed(Cut(_fromEnd, after), length);
    }

    private static uint Cut(ulong[] bits, int from)
    {
        int word = from / 64;
        int shift = from % 64;
        ulong low = bits[word] >> shift;
        return (uint)(shift > 32 && word + 1 < Words ? low | bits[word + 1] << (64 - shift) : low);
    }
}
