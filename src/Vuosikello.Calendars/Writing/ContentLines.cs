using System.Buffers;
using System.Buffers.Text;
using System.Text;
using Vuosikello.Calendars.Checks;

namespace Vuosikello.Calendars.Writing;

/// <summary>
/// Content lines (RFC 5545 section 3.1) in a pooled buffer: a line grows at its end, <see cref="End"/> folds it by octets and
/// starts the next, <see cref="FlushTo"/> hands all finished ones over at once. One is used for event after event.
/// </summary>
internal sealed partial class ContentLines : IDisposable
{
    private const int LongestLine = 75;
    private static readonly SearchValues<char> Escaped = SearchValues.Create("\\;,\n");
    private static readonly SearchValues<char> Quoted = SearchValues.Create(":;,");
    private static readonly SearchValues<char> Encoded = SearchValues.Create("^\n\"");
    private byte[] _octets = ArrayPool<byte>.Shared.Rent(4096);
    private byte[] _scratch = ArrayPool<byte>.Shared.Rent(2048);
    private int _start;
    private int _length;

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_octets);
        ArrayPool<byte>.Shared.Return(_scratch);
    }

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
        if (!text.ContainsAny(Escaped)) return Chars(text);
        if (_scratch.Length < text.Length * 3) Lengthen(ref _scratch, 0, text.Length * 3);
        ReadOnlySpan<byte> left = _scratch.AsSpan(0, Encoding.UTF8.GetBytes(text, _scratch));
        var room = Room(left.Length * 2);
        int length = 0;
        while (true)
        {
            int at = left.IndexOfAny("\\;,\n"u8);
            var plain = at < 0 ? left : left[..at];
            plain.CopyTo(room[length..]);
            length += plain.Length;
            if (at < 0) break;
            room[length++] = (byte)'\\';
            room[length++] = left[at] == '\n' ? (byte)'n' : left[at];
            left = left[(at + 1)..];
        }
        _length += length;
        return this;
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

    /// <summary>An address (RFC 5545 section 3.3.13) that was checked.</summary>
    public ContentLines Address(Uri address) => Chars(AbsoluteUris.Written(address));

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
        if (_scratch.Length < octets) Lengthen(ref _scratch, 0, octets);
        _octets.AsSpan(_start, octets).CopyTo(_scratch);
        ReadOnlySpan<byte> left = _scratch.AsSpan(0, octets);
        _length = _start;
        for (int fits = LongestLine; left.Length > fits; fits = LongestLine - 1)
        {
            int cut = fits;
            while ((left[cut] & 0xC0) == 0x80) cut--;
            Raw(left[..cut]).Raw("\r\n "u8);
            left = left[cut..];
        }
        Raw(left);
    }

    private Span<byte> Room(int octets)
    {
        if (_octets.Length - _length < octets) Lengthen(ref _octets, _length, octets);
        return _octets.AsSpan(_length);
    }

    private static void Lengthen(ref byte[] array, int used, int octets)
    {
        byte[] longer = ArrayPool<byte>.Shared.Rent(Math.Max(array.Length * 2, used + octets));
        array.AsSpan(0, used).CopyTo(longer);
        ArrayPool<byte>.Shared.Return(array);
        array = longer;
    }
}
