using System.Buffers;
using System.Buffers.Text;
using System.Text;
using NodaTime;

namespace Vuosikello.Calendars.Writing;

/// <summary>
/// One content line (RFC 5545 section 3.1) as it grows, unfolded, in a pooled buffer; <see cref="End"/> folds it by octets
/// into the output. One is used for line after line.
/// </summary>
internal sealed class ContentLine(IBufferWriter<byte> output) : IDisposable
{
    private const int LongestLine = 75;
    private static readonly SearchValues<char> Escaped = SearchValues.Create("\\;,\n");
    private static readonly SearchValues<char> Quoted = SearchValues.Create(":;,");
    private byte[] _line = ArrayPool<byte>.Shared.Rent(1024);
    private int _length;

    public void Dispose() => ArrayPool<byte>.Shared.Return(_line);

    public ContentLine Raw(ReadOnlySpan<byte> octets)
    {
        octets.CopyTo(Room(octets.Length));
        _length += octets.Length;
        return this;
    }

    /// <summary>Characters as they are: the caller knows that they need no escaping.</summary>
    public ContentLine Chars(ReadOnlySpan<char> text)
    {
        _length += Encoding.UTF8.GetBytes(text, Room(Encoding.UTF8.GetMaxByteCount(text.Length)));
        return this;
    }

    /// <summary>A TEXT value: backslash, semicolon, comma and line end escaped (RFC 5545 section 3.3.11).</summary>
    public ContentLine Text(ReadOnlySpan<char> text)
    {
        for (int at = text.IndexOfAny(Escaped); at >= 0; at = text.IndexOfAny(Escaped))
        {
            Chars(text[..at]).Raw(text[at] switch { '\\' => "\\\\"u8, ';' => "\\;"u8, ',' => "\\,"u8, _ => "\\n"u8 });
            text = text[(at + 1)..];
        }
        return Chars(text);
    }

    /// <summary>A parameter's value: quoted where it must be, with <c>^</c>, line end and quote encoded (RFC 6868).</summary>
    public ContentLine Parameter(ReadOnlySpan<byte> name, string value)
    {
        bool quoted = value.AsSpan().ContainsAny(Quoted);
        Raw(";"u8).Raw(name).Raw(quoted ? "=\""u8 : "="u8);
        foreach (var rune in value.EnumerateRunes())
        {
            switch (rune.Value)
            {
                case '^': Raw("^^"u8); break;
                case '\n': Raw("^n"u8); break;
                case '"': Raw("^'"u8); break;
                default: _length += rune.EncodeToUtf8(Room(4)); break;
            }
        }
        return quoted ? Raw("\""u8) : this;
    }

    public ContentLine Number(long value)
    {
        Utf8Formatter.TryFormat(value, Room(20), out int written);
        _length += written;
        return this;
    }

    /// <summary>A DATE (RFC 5545 section 3.3.4).</summary>
    public ContentLine Date(LocalDate date) => Digits(date.Year, 4).Digits(date.Month, 2).Digits(date.Day, 2);

    /// <summary>A DATE-TIME without zone (RFC 5545 section 3.3.5, form 1 or 3).</summary>
    public ContentLine DateTime(LocalDateTime time) =>
        Date(time.Date).Raw("T"u8).Digits(time.Hour, 2).Digits(time.Minute, 2).Digits(time.Second, 2);

    /// <summary>A DATE-TIME in UTC (RFC 5545 section 3.3.5, form 2).</summary>
    public ContentLine Utc(Instant instant) => DateTime(instant.InUtc().LocalDateTime).Raw("Z"u8);

    public ContentLine Digits(int value, int digits)
    {
        var room = Room(digits);
        for (int i = digits - 1; i >= 0; i--, value /= 10) room[i] = (byte)('0' + (value % 10));
        _length += digits;
        return this;
    }

    /// <summary>Folds the line into the output, never inside a character, and starts the next one.</summary>
    public void End()
    {
        ReadOnlySpan<byte> left = _line.AsSpan(0, _length);
        int fits = LongestLine;
        while (left.Length > fits)
        {
            int cut = fits;
            while ((left[cut] & 0xC0) == 0x80) cut--;
            output.Write(left[..cut]);
            output.Write("\r\n "u8);
            left = left[cut..];
            fits = LongestLine - 1;
        }
        output.Write(left);
        output.Write("\r\n"u8);
        _length = 0;
    }

    private Span<byte> Room(int octets)
    {
        if (_line.Length - _length < octets)
        {
            var longer = ArrayPool<byte>.Shared.Rent(Math.Max(_line.Length * 2, _length + octets));
            _line.AsSpan(0, _length).CopyTo(longer);
            ArrayPool<byte>.Shared.Return(_line);
            _line = longer;
        }
        return _line.AsSpan(_length);
    }
}
