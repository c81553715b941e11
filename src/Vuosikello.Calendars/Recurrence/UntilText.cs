using NodaTime;

namespace Vuosikello.Calendars.Recurrence;

/// <summary>UNTIL in its three forms (RFC 5545 sections 3.3.4 and 3.3.5).</summary>
internal static class UntilText
{
    private const int DateLength = 8;
    private const int TimeLength = 15;

    public static bool TryParse(ReadOnlySpan<byte> text, ref RuleEnd end)
    {
        if (text.Length < DateLength || TryDate(text[..DateLength]) is not { } date) return false;
        if (text.Length == DateLength)
        {
            end = new RuleEnd.LastDay(date);
            return true;
        }
        bool utc = text.Length == TimeLength + 1 && (text[^1] | 0x20) == 'z';
        if ((text.Length != TimeLength && !utc) || (text[DateLength] | 0x20) != 't' || TryTime(text[(DateLength + 1)..TimeLength]) is not { } time) return false;
        end = utc ? new RuleEnd.LastMoment((date + time).InUtc().ToInstant()) : new RuleEnd.LastTime(date + time);
        return true;
    }

    private static LocalDate? TryDate(ReadOnlySpan<byte> text)
    {
        var (year, month, day) = (Digits(text[..4]), Digits(text[4..6]), Digits(text[6..]));
        bool exists = year >= 1 && month is >= 1 and <= 12 && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month);
        return exists ? new LocalDate(year, month, day) : null;
    }

    /// <summary>The leap second 60 counts as 59 (RFC 5545 section 3.3.12).</summary>
    private static LocalTime? TryTime(ReadOnlySpan<byte> text)
    {
        var (hour, minute, second) = (Digits(text[..2]), Digits(text[2..4]), Digits(text[4..]));
        return hour is >= 0 and <= 23 && minute is >= 0 and <= 59 && second is >= 0 and <= 60 ? new LocalTime(hour, minute, Math.Min(second, 59)) : null;
    }

    private static int Digits(ReadOnlySpan<byte> text)
    {
        int value = 0;
        foreach (byte digit in text)
        {
            if (digit is < (byte)'0' or > (byte)'9') return -1;
            value = (value * 10) + digit - '0';
        }
        return value;
    }
}
