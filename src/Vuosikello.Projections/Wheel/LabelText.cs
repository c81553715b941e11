using System.Globalization;
using System.Text;

namespace Vuosikello.Projections.Wheel;

/// <summary>How wide a text will be, without asking a font: as much as the usual sans-serif faces need.</summary>
internal static class LabelText
{
    private const string Ellipsis = "…";
    private const int ShortestCut = 8;

    /// <summary>The width in units at a font size in units.</summary>
    public static double Width(string text, double size)
    {
        double ems = 0;
        foreach (var rune in text.EnumerateRunes()) ems += Ems(rune);
        return ems * size;
    }

    /// <summary>The text on one line, without control characters, and shortened by whole characters (an emoji is one) to a width; empty when less than a word would.</summary>
    public static string Fit(string text, double size, double width, int characters)
    {
        string line = OneLine(text, characters * 4);
        var ends = StringInfo.ParseCombiningCharacters(line);
        if (ends.Length <= characters && Width(line, size) <= width) return line;
        for (int count = Math.Min(ends.Length - 1, characters - 1); count >= ShortestCut; count--)
        {
            string cut = line[..ends[count]].TrimEnd(' ', ',', '.', ':', '-', '–') + Ellipsis;
            if (Width(cut, size) <= width) return cut;
        }
        return "";
    }

    private static string OneLine(string text, int most)
    {
        var line = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (line.Length >= most) break;
            bool space = Rune.IsWhiteSpace(rune) || Rune.IsControl(rune);
            if (!space) line.Append(rune);
            else if (line.Length > 0 && line[^1] != ' ') line.Append(' ');
        }
        return line.ToString().TrimEnd();
    }

    private static double Ems(Rune rune) => rune.Value switch
    {
        'i' or 'j' or 'l' or 'I' or '.' or ',' or ':' or ';' or '\'' or '|' or '!' or ' ' => 0.26,
        'f' or 't' or 'r' or '(' or ')' or '-' or '/' => 0.34,
        'm' or 'w' or 'M' or 'W' or '@' or '%' or '…' => 0.81,
        >= 'A' and <= 'Z' => 0.6,
        < 0x250 => 0.52,
        >= 0x300 and < 0x370 or 0x200D or 0xFE0F => 0,
        < 0x1100 => 0.68,
        _ => 1.15,
    };
}
