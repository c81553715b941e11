using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Vuosikello.Web.Printing.Fonts;

namespace Vuosikello.Web.Printing.Pdf;

/// <summary>A font as one document uses it. Source: ISO 32000-1, 9.7 composite fonts, 9.10 extraction of text.</summary>
/// <param name="name">What the pages call it, such as <c>F1</c>.</param>
/// <param name="font">The font.</param>
internal sealed class PdfFont(string name, TrueTypeFont font)
{
    // A glyph that shows several characters (a space and one that does not break) is read back as the first of them.
    private readonly SortedDictionary<ushort, int> _shown = [];

    public string Name => name;

    public void Shows(ushort glyph, int codePoint)
    {
        if (!_shown.TryGetValue(glyph, out int known) || codePoint < known) _shown[glyph] = codePoint;
    }

    /// <returns>The number of the font's object.</returns>
    public int WriteTo(PdfFile file)
    {
        string baseName = $"{SubsetTag()}+{font.Name}";
        int program = file.AddStream(FontSubset.Of(font, _shown.Keys));
        int descriptor = file.Add(PdfFile.Invariant(
            $"<< /Type /FontDescriptor /FontName /{baseName} /Flags 32 /FontBBox [{string.Join(' ', font.Box.Select(side => PdfFile.Invariant($"{Thousandths(side)}")))}] /ItalicAngle 0 /Ascent {Thousandths(font.Ascent)} /Descent {Thousandths(font.Descent)} /CapHeight {Thousandths(font.CapitalHeight)} /StemV 80 /FontFile2 {program} 0 R >>"));
        string widths = string.Join(' ', _shown.Keys.Select(g => PdfFile.Invariant($"{g} [{Thousandths(font.WidthOf(g))}]")));
        int descendant = file.Add(PdfFile.Invariant(
            $"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /{baseName} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor {descriptor} 0 R /CIDToGIDMap /Identity /DW 0 /W [{widths}] >>"));
        int characters = file.AddStream(Encoding.Latin1.GetBytes(Characters()));
        return file.Add(PdfFile.Invariant(
            $"<< /Type /Font /Subtype /Type0 /BaseFont /{baseName} /Encoding /Identity-H /DescendantFonts [{descendant} 0 R] /ToUnicode {characters} 0 R >>"));
    }

    // Six letters tell a part of a font from the whole and from other parts.
    private string SubsetTag()
    {
        byte[] hash = SHA256.HashData([.. _shown.Keys.SelectMany(g => new[] { (byte)(g >> 8), (byte)g })]);
        return string.Concat(hash.Take(6).Select(b => (char)('A' + (b % 26))));
    }

    private string Characters()
    {
        var map = new StringBuilder("/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def /CMapName /Adobe-Identity-UCS def /CMapType 2 def 1 begincodespacerange <0000> <FFFF> endcodespacerange\n");
        foreach (var some in _shown.Chunk(100))
        {
            map.Append(CultureInfo.InvariantCulture, $"{some.Length} beginbfchar\n");
            foreach (var (glyph, codePoint) in some)
                map.Append(CultureInfo.InvariantCulture, $"<{glyph:X4}> <{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(char.ConvertFromUtf32(codePoint)))}>\n");
            map.Append("endbfchar\n");
        }
        return map.Append("endcmap CMapName currentdict /CMap defineresource pop end end").ToString();
    }

    private int Thousandths(int units) => (int)Math.Round(units * 1000.0 / font.UnitsPerEm);
}
