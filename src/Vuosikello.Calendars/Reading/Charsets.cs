using System.Buffers;
using System.Text;

namespace Vuosikello.Calendars.Reading;

/// <summary>Octets that are not UTF-8.</summary>
internal static class Charsets
{
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>By the first name that is known and is not UTF-8's; Windows-1252, which is what most such files are, if none is.</summary>
    public static Encoding Of(params ReadOnlySpan<string?> names)
    {
        foreach (string? name in names)
        {
            if (name is not null && Find(name.Trim(' ', '"')) is { } encoding) return encoding;
        }
        return Windows1252;
    }

    /// <summary>Tells from the first octets whether a file is UTF-16: by its mark, or because every other octet is null.</summary>
    /// <param name="first">Four octets, or all there are.</param>
    public static Encoding? Utf16(ReadOnlySpan<byte> first) => first switch
    {
        [0xFF, 0xFE, ..] or [not 0, 0, not 0, 0] => Encoding.Unicode,
        [0xFE, 0xFF, ..] or [0, not 0, 0, not 0] => Encoding.BigEndianUnicode,
        _ => null,
    };

    private static Encoding? Find(string name)
    {
        EncodingInfoNames.TryGetValue(name, out int page);
        return page == 0 || page == Encoding.UTF8.CodePage ? null : CodePagesEncodingProvider.Instance.GetEncoding(page) ?? BuiltIn(page);
    }

    /// <summary>Names that stand in old calendars. Not looked up among all encodings: some of those change what ASCII means.</summary>
    private static readonly Dictionary<string, int> EncodingInfoNames = new(StringComparer.OrdinalIgnoreCase)
    {
        ["utf-8"] = 65001,
        ["utf8"] = 65001,
        ["us-ascii"] = 1252,
        ["ascii"] = 1252,
        ["iso-8859-1"] = 1252,
        ["latin1"] = 1252,
        ["windows-1252"] = 1252,
        ["cp1252"] = 1252,
        ["iso-8859-2"] = 28592,
        ["iso-8859-4"] = 28594,
        ["iso-8859-5"] = 28595,
        ["iso-8859-7"] = 28597,
        ["iso-8859-9"] = 28599,
        ["iso-8859-13"] = 28603,
        ["iso-8859-15"] = 28605,
        ["windows-1250"] = 1250,
        ["windows-1251"] = 1251,
        ["windows-1253"] = 1253,
        ["windows-1254"] = 1254,
        ["windows-1255"] = 1255,
        ["windows-1256"] = 1256,
        ["windows-1257"] = 1257,
        ["koi8-r"] = 20866,
        ["koi8-u"] = 21866,
        ["macintosh"] = 10000,
        ["shift_jis"] = 932,
        ["euc-jp"] = 51932,
        ["gb2312"] = 936,
        ["gbk"] = 936,
        ["big5"] = 950,
        ["euc-kr"] = 51949,
    };

    private static Encoding? BuiltIn(int page) => page is 28591 ? Encoding.Latin1 : null;
}

/// <summary>Turns a file in UTF-16 into UTF-8 before anything else looks at it; other files pass through as they are.</summary>
internal sealed class Utf16Gate(Unfolder next, Notes notes)
{
    private const int Piece = 4096;
    private readonly byte[] _first = new byte[4];
    private int _seen;
    private bool _decided;
    private Decoder? _decoder;

    public void Push(ReadOnlySpan<byte> octets)
    {
        if (!_decided)
        {
            int wanted = Math.Min(_first.Length - _seen, octets.Length);
            octets[..wanted].CopyTo(_first.AsSpan(_seen));
            _seen += wanted;
            octets = octets[wanted..];
            if (_seen < _first.Length) return;
            Decide();
        }
        Pass(octets);
    }

    public void Finish()
    {
        if (!_decided) Decide();
        next.Finish();
    }

    private void Decide()
    {
        _decided = true;
        if (Charsets.Utf16(_first.AsSpan(0, _seen)) is { } utf16)
        {
            notes.Add(NoteKind.Utf16, (1, 1), $"The file is in {utf16.WebName}; it should be in UTF-8. Lines and columns are those that it would have there.");
            _decoder = utf16.GetDecoder();
        }
        Pass(_first.AsSpan(0, _seen));
    }

    private void Pass(ReadOnlySpan<byte> octets)
    {
        if (_decoder is null)
        {
            next.Push(octets);
            return;
        }
        char[] characters = ArrayPool<char>.Shared.Rent(Piece);
        byte[] utf8 = ArrayPool<byte>.Shared.Rent(Piece * 3);
        while (!octets.IsEmpty)
        {
            _decoder.Convert(octets, characters.AsSpan(0, Piece), flush: false, out int used, out int made, out _);
            int length = Encoding.UTF8.GetBytes(characters.AsSpan(0, made), utf8);
            next.Push(utf8.AsSpan(0, length));
            octets = octets[used..];
        }
        ArrayPool<char>.Shared.Return(characters);
        ArrayPool<byte>.Shared.Return(utf8);
    }
}
