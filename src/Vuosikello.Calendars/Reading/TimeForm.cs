using NodaTime;
using Vuosikello.Calendars.Recurrence.Expansion;

namespace Vuosikello.Calendars.Reading;

/// <summary>The digits of a DATE or DATE-TIME, before anybody asks in which zone.</summary>
/// <param name="Date">The day.</param>
/// <param name="Time">The time of day; null for a DATE.</param>
/// <param name="Offset">From UTC; null when it is not said.</param>
/// <param name="IsOdd">True when it was not written as RFC 5545 has it.</param>
/// <param name="IsLeapSecond">True when it was the 60th second, of which the 59th was made.</param>
internal readonly record struct TimeForm(LocalDate Date, LocalTime? Time, Offset? Offset, bool IsOdd, bool IsLeapSecond)
{
    private const int LongestOdd = 32;

    /// <summary>Forms of RFC 5545, and of ISO 8601: with hyphens and colons, without seconds, with parts of them, with an offset, at 24 o'clock.</summary>
    public static TimeForm? Parse(ReadOnlySpan<byte> text)
    {
        if (text.Length is 8) return Of(text, default, null, odd: false);
        if (text.Length is 15 && text[8] == 'T') return Of(text[..8], text[9..], null, odd: false);
        if (text.Length is 16 && text[8] == 'T' && text[15] == 'Z') return Of(text[..8], text[9..15], NodaTime.Offset.Zero, odd: false);
        return text.Length > LongestOdd ? null : Odd(text);
    }

    private static TimeForm? Odd(ReadOnlySpan<byte> text)
    {
        int t = text.IndexOfAny("Tt "u8);
        Span<byte> date = stackalloc byte[LongestOdd];
        Span<byte> time = stackalloc byte[LongestOdd];
        int dateLength = Without(t < 0 ? text : text[..t], date);
        if (t < 0) return Of(date[..dateLength], default, null, odd: true);
        var rest = text[(t + 1)..];
        Offset? offset = null;
        int sign = rest.IndexOfAny("Zz+-"u8);
        if (sign >= 0)
        {
            if ((offset = OffsetOf(rest[sign..])) is null) return null;
            rest = rest[..sign];
        }
        int fraction = rest.IndexOfAny((byte)'.', (byte)',');
        int timeLength = Without(fraction < 0 ? rest : rest[..fraction], time);
        if (timeLength == 4) "00"u8.CopyTo(time[4..]);
        return timeLength is 4 or 6 ? Of(date[..dateLength], time[..6], offset, odd: true) : null;
    }

    private static TimeForm? Of(ReadOnlySpan<byte> date, ReadOnlySpan<byte> time, Offset? offset, bool odd)
    {
        if (date.Length != 8 || Number(date[..4]) is not (>= 1 and var year) || Number(date[4..6]) is not (>= 1 and <= 12 and var month)) return null;
        if (Number(date[6..]) is not (>= 1 and var day) || day > LocalSeconds.DaysInMonth(year, month)) return null;
        var on = new LocalDate(year, month, day);
        if (time.IsEmpty) return new TimeForm(on, null, null, odd, false);
        // The last days of all are left to dates, so that an offset cannot lead beyond them.
        if (year == 9999 && month == 12 && day > 29) return null;
        if (Number(time[..2]) is not (>= 0 and <= 24 and var hour) || Number(time[2..4]) is not (>= 0 and <= 59 and var minute) || Number(time[4..]) is not (>= 0 and <= 60 and var second)) return null;
        if (hour == 24) return (minute, second) == (0, 0) ? new TimeForm(on.PlusDays(1), LocalTime.Midnight, offset, true, false) : null;
        return new TimeForm(on, new LocalTime(hour, minute, Math.Min(second, 59)), offset, odd, second == 60);
    }

    private static Offset? OffsetOf(ReadOnlySpan<byte> text)
    {
        if (text is [(byte)'Z' or (byte)'z']) return NodaTime.Offset.Zero;
        Span<byte> digits = stackalloc byte[LongestOdd];
        int length = Without(text[1..], digits);
        if (length is not (2 or 4) || Number(digits[..2]) is not (>= 0 and <= 14 and var hours)) return null;
        int minutes = length == 4 ? Number(digits[2..4]) : 0;
        if (minutes is < 0 or > 59) return null;
        int seconds = (hours * 3600) + (minutes * 60);
        return NodaTime.Offset.FromSeconds(text[0] == '-' ? -seconds : seconds);
    }

    private static int Without(ReadOnlySpan<byte> text, Span<byte> into)
    {
        int length = 0;
        foreach (byte octet in text)
        {
            if (octet is not ((byte)'-' or (byte)':')) into[length++] = octet;
        }
        return length;
    }

    /// <summary>Below all that is looked for when it is no number.</summary>
    private static int Number(ReadOnlySpan<byte> digits)
    {
        int value = 0;
        foreach (byte digit in digits)
        {
            if (digit is < (byte)'0' or > (byte)'9') return int.MinValue;
            value = (value * 10) + digit - '0';
        }
        return value;
    }
}
