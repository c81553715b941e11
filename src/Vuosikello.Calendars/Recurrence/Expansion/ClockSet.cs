using System.Collections.Immutable;
using System.Numerics;

namespace Vuosikello.Calendars.Recurrence.Expansion;

/// <summary>Hours, minutes and seconds as bits. It stands for every time that can be put together from them, in seconds from midnight.</summary>
internal readonly record struct ClockSet(uint Hours, ulong Minutes, ulong Seconds)
{
    private const uint AllHours = 0xFF_FFFF;
    private const ulong AllOfSixty = 0xFFF_FFFF_FFFF_FFFF;

    /// <summary>What the rule says; a part that it does not have is any.</summary>
    public static ClockSet Limits(RecurrenceRule rule) =>
        new(rule.ByHour.IsEmpty ? AllHours : (uint)Bits(rule.ByHour), rule.ByMinute.IsEmpty ? AllOfSixty : Bits(rule.ByMinute), rule.BySecond.IsEmpty ? AllOfSixty : Bits(rule.BySecond));

    /// <summary>What the rule says; a part that it does not have is the start's.</summary>
    public static ClockSet Expansion(RecurrenceRule rule, int startSecond) => new(
        rule.ByHour.IsEmpty ? 1u << (startSecond / 3600) : (uint)Bits(rule.ByHour),
        rule.ByMinute.IsEmpty ? 1ul << (startSecond / 60 % 60) : Bits(rule.ByMinute),
        rule.BySecond.IsEmpty ? 1ul << (startSecond % 60) : Bits(rule.BySecond));

    public int Count => BitOperations.PopCount(Hours) * BitOperations.PopCount(Minutes) * BitOperations.PopCount(Seconds);

    public int First => (BitOperations.TrailingZeroCount(Hours) * 3600) + FirstOfHour;

    private int FirstOfHour => (BitOperations.TrailingZeroCount(Minutes) * 60) + BitOperations.TrailingZeroCount(Seconds);

    public bool Has(int time) => (Hours >> (time / 3600) & 1) != 0 && (Minutes >> (time / 60 % 60) & 1) != 0 && (Seconds >> (time % 60) & 1) != 0;

    /// <summary>The next time later than the given one, whether it has that or not; -1 for none.</summary>
    public int After(int time)
    {
        bool hasHour = (Hours >> (time / 3600) & 1) != 0;
        if (hasHour && (Minutes >> (time / 60 % 60) & 1) != 0)
        {
            int second = Next(Seconds, time % 60);
            if (second >= 0) return time - (time % 60) + second;
        }
        int minute = hasHour ? Next(Minutes, time / 60 % 60) : -1;
        if (minute >= 0) return (time / 3600 * 3600) + (minute * 60) + BitOperations.TrailingZeroCount(Seconds);
        int hour = Next(Hours, time / 3600);
        return hour < 0 ? -1 : (hour * 3600) + FirstOfHour;
    }

    /// <summary>The n-th time, from 0.</summary>
    public int At(int n)
    {
        int seconds = BitOperations.PopCount(Seconds);
        int minutes = BitOperations.PopCount(Minutes);
        return (Nth(Hours, n / seconds / minutes) * 3600) + (Nth(Minutes, n / seconds % minutes) * 60) + Nth(Seconds, n % seconds);
    }

    /// <summary>The place of the n-th bit, from 0.</summary>
    public static int Nth(ulong bits, int n)
    {
        for (; n > 0; n--) bits &= bits - 1;
        return BitOperations.TrailingZeroCount(bits);
    }

    /// <summary>The place of the next bit above one; -1 for none.</summary>
    public static int Next(ulong bits, int above)
    {
        ulong left = bits >> above >> 1;
        return left == 0 ? -1 : above + 1 + BitOperations.TrailingZeroCount(left);
    }

    /// <summary>The leap second 60 counts as 59.</summary>
    private static ulong Bits(ImmutableArray<int> numbers)
    {
        ulong bits = 0;
        foreach (int number in numbers) bits |= 1ul << Math.Min(number, 59);
        return bits;
    }
}
