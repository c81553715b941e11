using NodaTime;

namespace Vuosikello.Calendars.Writing;

/// <summary>Dates and times among the octets of a line.</summary>
internal sealed partial class ContentLines
{
    private const int MomentOctets = 16;
    private readonly byte[] _lastMomentOctets = new byte[MomentOctets];
    private Instant? _lastMoment;

    /// <summary>A DATE (RFC 5545 section 3.3.4).</summary>
    public ContentLines Date(LocalDate date)
    {
        var room = Room(8);
        var (year, month, day) = date;
        PutTwo(room, year / 100);
        PutTwo(room[2..], year % 100);
        PutTwo(room[4..], month);
        PutTwo(room[6..], day);
        _length += 8;
        return this;
    }

    /// <summary>A DATE-TIME without zone (RFC 5545 section 3.3.5, form 1 or 3).</summary>
    public ContentLines DateTime(LocalDateTime time)
    {
        Date(time.Date);
        var room = Room(7);
        room[0] = (byte)'T';
        var (hour, minute, second) = time.TimeOfDay;
        PutTwo(room[1..], hour);
        PutTwo(room[3..], minute);
        PutTwo(room[5..], second);
        _length += 7;
        return this;
    }

    /// <summary>A DATE-TIME in UTC (RFC 5545 section 3.3.5, form 2).</summary>
    public ContentLines Utc(Instant instant)
    {
        // Nearly always the stamp again: LAST-MODIFIED is DTSTAMP.
        if (instant == _lastMoment) return Raw(_lastMomentOctets);
        DateTime(instant.InUtc().LocalDateTime).Raw("Z"u8);
        _octets.AsSpan(_length - MomentOctets, MomentOctets).CopyTo(_lastMomentOctets);
        _lastMoment = instant;
        return this;
    }

    public ContentLines TwoDigits(int value)
    {
        PutTwo(Room(2), value);
        _length += 2;
        return this;
    }

    private static void PutTwo(Span<byte> at, int value)
    {
        (int tens, int ones) = Math.DivRem(value, 10);
        at[1] = (byte)('0' + ones);
        at[0] = (byte)('0' + tens);
    }
}
