using System.Buffers;
using System.Buffers.Text;
using System.Text;
using NodaTime;

namespace Vuosikello.Calendars.Writing;

/// <summary>
/// Content lines (RFC 5545 section 3.1) in a pooled buffer: a line grows at its end, <see cref="End"/> folds it by octets and
/// starts the next, <see cref="FlushTo"/> hands all finished ones over at once. One is used for event after event.
/// </summary>
internal sealed class ContentLines : IDisposable
{
    private const int LongestLine = 75;
    private static readonly SearchValues<char> Escaped = SearchValues.Create("\\;,\n");
    private static readonly SearchValues<char> Quoted = SearchValues.Create(":;,");
    private static readonly SearchValues<char> Encoded = SearchValues.Create("^\n\"");
    private byte[] _octets = ArrayPool<byte>.Shared.Rent(4096);
    private int _start;
    private int _length;

    public void Dispose() => ArrayPool<byte>.Shared.Return(_octets);

    public ContentLines Raw(ReadOnlySpan<byte> octets)
    {
        octets.CopyTo(Room(octets.Length));
        _length += octets.Length;
        return this;
    }

    /// <summary>Characters as they are: the caller knows that they need no escaping.</summary>
    public ContentLines Chars(ReadOnlySpan<char> text)
    {
        _length += Encoding.UTF8.GetBytes(text, Room(text.Length * 3));
        return this;
    }

    /// <summary>A TEXT value: backslash, semicolon, comma and line end escaped (RFC 5545 section 3.3.11).</summary>
    public ContentLines Text(ReadOnlySpan<char> text)
    {
        for (int at = text.IndexOfAny(Escaped); at >= 0; at = text.IndexOfAny(Escaped))
        {
            Chars(text[..at]).Raw(text[at] switch { '\\' => "\\\\"u8, ';' => "\\;"u8, ',' => "\\,"u8, _ => "\\n"u8 });
            text = text[(at + 1)..];
        }
        return Chars(text);
    }

    /// <summary>A parameter's value: quoted where it must be, with <c>^</c>, line end and quote encoded (RFC 6868).</summary>
    public ContentLines Parameter(ReadOnlySpan<byte> name, ReadOnlySpan<char> value)
    {
        bool quoted = value.ContainsAny(Quoted);
        Raw(";"u8).Raw(name).Raw(quoted ? "=\""u8 : "="u8);
        for (int at = value.IndexOfAny(Encoded); at >= 0; at = value.IndexOfAny(Encoded))
        {
            Chars(value[..at]).Raw(value[at] switch { '^' => "^^"u8, '\n' => "^n"u8, _ => "^'"u8 });
            value = value[(at + 1)..];
        }
        Chars(value);
        return quoted ? Raw("\""u8) : this;
    }

    /// <summary>An address (RFC 5545 section 3.3.13), a host with letters beyond ASCII in the form that RFC 3986 allows.</summary>
    public ContentLines Address(Uri address)
    {
        string text = address.AbsoluteUri;
        return Chars(Ascii.IsValid(text) ? text : new UriBuilder(address) { Host = address.IdnHost }.Uri.AbsoluteUri);
    }

    public ContentLines Number(long value)
    {
        Utf8Formatter.TryFormat(value, Room(20), out int written);
        _length += written;
        return this;
    }

    /// <summary>A FLOAT (RFC 5545 section 3.3.7) of at most three digits before the point, written with six after it.</summary>
    public ContentLines Degrees(double value)
    {
        Utf8Formatter.TryFormat(value, Room(16), out int written, new StandardFormat('F', 6));
        _length += written;
        return this;
    }

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
    public ContentLines Utc(Instant instant) => DateTime(instant.InUtc().LocalDateTime).Raw("Z"u8);

    public ContentLines TwoDigits(int value)
    {
        PutTwo(Room(2), value);
        _length += 2;
        return this;
    }

    /// <summary>Folds the line, never inside a character, and starts the next one.</summary>
    public void End()
    {
        int octets = _length - _start;
        if (octets > LongestLine) Fold(octets);
        Raw("\r\n"u8);
        _start = _length;
    }

    /// <summary>Writes all lines and forgets them.</summary>
    public void FlushTo(IBufferWriter<byte> output)
    {
        output.Write(_octets.AsSpan(0, _start));
        (_start, _length) = (0, 0);
    }

    /// <summary>All lines so far, until the next call of anything.</summary>
    public ReadOnlySpan<byte> Written => _octets.AsSpan(0, _start);

    private void Fold(int octets)
    {
        byte[] whole = ArrayPool<byte>.Shared.Rent(octets);
        ReadOnlySpan<byte> left = _octets.AsSpan(_start, octets);
        left.CopyTo(whole);
        left = whole.AsSpan(0, octets);
        _length = _start;
        for (int fits = LongestLine; left.Length > fits; fits = LongestLine - 1)
        {
            int cut = fits;
            while ((left[cut] & 0xC0) == 0x80) cut--;
            Raw(left[..cut]).Raw("\r\n "u8);
            left = left[cut..];
        }
        Raw(left);
        ArrayPool<byte>.Shared.Return(whole);
    }

    private static void PutTwo(Span<byte> at, int value)
    {
        (int tens, int ones) = Math.DivRem(value, 10);
        at[1] = (byte)('0' + ones);
        at[0] = (byte)('0' + tens);
    }

    private Span<byte> Room(int octets)
    {
        if (_octets.Length - _length < octets)
        {
            byte[] longer = ArrayPool<byte>.Shared.Rent(Math.Max(_octets.Length * 2, _length + octets));
            _octets.AsSpan(0, _length).CopyTo(longer);
            ArrayPool<byte>.Shared.Return(_octets);
            _octets = longer;
        }
        return _octets.AsSpan(_length);
    }
}
