using NodaTime;

namespace Vuosikello.Calendars.Reading;

/// <summary>A DURATION (RFC 5545 section 3.3.6): days and weeks by the calendar, the rest by the clock.</summary>
/// <param name="Days">Both have the same sign.</param>
/// <param name="Seconds">At most some thousand years.</param>
internal readonly record struct LengthForm(int Days, long Seconds)
{
    private const long MostDays = 400_000;

    /// <summary>Null for what is none, or is above a thousand years.</summary>
    public static LengthForm? Parse(ReadOnlySpan<byte> text)
    {
        bool negative = text.StartsWith("-"u8);
        if (negative || text.StartsWith("+"u8)) text = text[1..];
        if (text.Length < 3 || (text[0] | 0x20) != 'p') return null;
        (long days, long seconds, bool clock) = (0, 0, false);
        text = text[1..];
        while (!text.IsEmpty)
        {
            if ((text[0] | 0x20) == 't')
            {
                if (clock || text.Length == 1) return null;
                clock = true;
                text = text[1..];
                continue;
            }
            int digits = text.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
            if (digits is < 1 or > 9) return null;
            long number = long.Parse(text[..digits], System.Globalization.CultureInfo.InvariantCulture);
            switch ((char)(text[digits] | 0x20), clock)
            {
                case ('w', false): days += number * 7; break;
                case ('d', false): days += number; break;
                case ('h', true): seconds += number * 3600; break;
                case ('m', true): seconds += number * 60; break;
                case ('s', true): seconds += number; break;
                default: return null;
            }
            text = text[(digits + 1)..];
        }
        if (days > MostDays || seconds > MostDays * NodaConstants.SecondsPerDay) return null;
        return negative ? new LengthForm((int)-days, -seconds) : new LengthForm((int)days, seconds);
    }

    public Duration ToDuration() => Duration.FromDays(Days) + Duration.FromSeconds(Seconds);
}
