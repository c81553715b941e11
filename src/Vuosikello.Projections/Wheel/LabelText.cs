using System.Globalization;
using System.Text;

namespace Vuosikello.Projections.Wheel;

/// <summary>How wide a text will be, without asking a font: as much as the usual sans-serif faces need.</summary>
internal static class LabelText
{
    private const string Ellipsis = "…";

    /// <summary>The width in units at a font size in units.</summary>
    public static double Width(string text, double size)
    {
        double ems = 0;
        foreach (var rune in text.EnumerateRunes()) ems += Ems(rune);
        return ems * size;
    }

    /// <summary>
    /// The text on one line, without control characters, and shortened by whole words to a width, so that what is seen can be said
    /// to the browser (WCAG 2.5.3); empty when no word fits.
    /// </summary>
    public static string Fit(string text, double size, double width, int characters)
    {
        string line = OneLine(text, characters * 4);
        if (Characters(line) <= characters && Width(line, size) <= width) return line;
        for (int end = line.LastIndexOf(' '); end > 0; end = line.LastIndexOf(' ', end - 1))
        {
            string cut = line[..end].TrimEnd(' ', ',', '.', ':', '-', '–') + Ellipsis;
            if (Characters(cut) <= characters && Width(cut, size) <= width) return cut;
        }
        return "";
    }

    private static int Characters(string text) => StringInfo.ParseCombiningCharacters(text).Length;

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
