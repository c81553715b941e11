using System.Buffers.Binary;
using System.Collections.Frozen;

namespace Vuosikello.Web.Printing.Fonts;

/// <summary>
/// The tables of a TrueType font that printing needs: which glyph shows a character, how wide it is, and its outline. Lengths are in the font's own
/// units, <see cref="UnitsPerEm"/> to the size of the font. Source: OpenType 1.9, chapters head, hhea, hmtx, maxp, cmap (format 12), OS/2, loca.
/// </summary>
internal sealed class TrueTypeFont
{
    private readonly byte[] _file;
    private readonly FrozenDictionary<string, (int Start, int Length)> _tables;
    private readonly FrozenDictionary<int, ushort> _glyphs;
    private readonly int _measured;

    public TrueTypeFont(string name, byte[] file)
    {
        Name = name;
        _file = file;
        _tables = Enumerable.Range(0, UInt16(4)).Select(n => 12 + (16 * n))
            .ToFrozenDictionary(at => System.Text.Encoding.ASCII.GetString(file, at, 4), at => ((int)UInt32(at + 8), (int)UInt32(at + 12)));
        _measured = UInt16(Start("hhea") + 34);
        _glyphs = ReadCharacters().ToFrozenDictionary();
    }

    public string Name { get; }
    public int UnitsPerEm => UInt16(Start("head") + 18);
    public int Ascent => Int16(Start("hhea") + 4);
    public int Descent => Int16(Start("hhea") + 6);
    public int CapitalHeight => Int16(Start("OS/2") + 88);
    public int GlyphCount => UInt16(Start("maxp") + 4);

    /// <summary>Left, bottom, right and top of all glyphs together.</summary>
    public int[] Box => [.. Enumerable.Range(0, 4).Select(n => (int)Int16(Start("head") + 36 + (2 * n)))];

    /// <returns>Null when the font has no glyph for the character.</returns>
    /// <param name="codePoint">A Unicode code point.</param>
    public ushort? GlyphOf(int codePoint) => _glyphs.TryGetValue(codePoint, out ushort glyph) && glyph != 0 ? glyph : null;

    public int WidthOf(ushort glyph) => UInt16(Start("hmtx") + (4 * Math.Min(glyph, _measured - 1)));

    /// <summary>The outline of a glyph; empty for one that shows nothing.</summary>
    public ReadOnlySpan<byte> OutlineOf(int glyph)
    {
        bool isLong = UInt16(Start("head") + 50) == 1;
        int loca = Start("loca");
        int from = isLong ? (int)UInt32(loca + (4 * glyph)) : 2 * UInt16(loca + (2 * glyph));
        int to = isLong ? (int)UInt32(loca + (4 * glyph) + 4) : 2 * UInt16(loca + (2 * glyph) + 2);
        return _file.AsSpan(Start("glyf") + from, to - from);
    }

    /// <summary>A table as it stands in the file; empty when the font has none of that name.</summary>
    public ReadOnlySpan<byte> Table(string name) => _tables.TryGetValue(name, out var at) ? _file.AsSpan(at.Start, at.Length) : [];

    private IEnumerable<KeyValuePair<int, ushort>> ReadCharacters()
    {
        int cmap = Start("cmap");
        int table = Enumerable.Range(0, UInt16(cmap + 2)).Select(n => cmap + (int)UInt32(cmap + 8 + (8 * n))).FirstOrDefault(at => UInt16(at) == 12);
        if (table == 0) throw new InvalidDataException($"The font {Name} has no character map of format 12, which printing reads.");
        for (uint group = 0; group < UInt32(table + 12); group++)
        {
            int at = table + 16 + (12 * (int)group);
            (uint first, uint last, uint glyph) = (UInt32(at), UInt32(at + 4), UInt32(at + 8));
            for (uint code = first; code <= last; code++) yield return new((int)code, (ushort)(glyph + code - first));
        }
    }

    private int Start(string table) =>
        _tables.TryGetValue(table, out var found) ? found.Start : throw new InvalidDataException($"The font {Name} has no table {table}.");

    private ushort UInt16(int at) => BinaryPrimitives.ReadUInt16BigEndian(_file.AsSpan(at));
    private short Int16(int at) => BinaryPrimitives.ReadInt16BigEndian(_file.AsSpan(at));
    private uint UInt32(int at) => BinaryPrimitives.ReadUInt32BigEndian(_file.AsSpan(at));
}
