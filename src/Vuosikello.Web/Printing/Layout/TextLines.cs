using System.Globalization;
using System.Text;
using Vuosikello.Web.Printing.Fonts;

namespace Vuosikello.Web.Printing.Layout;

/// <summary>A character on its way to paper.</summary>
/// <param name="Width">In points.</param>
/// <param name="First">True when a reader takes it for the first of its sign: an accent never moves to the next line without its letter.</param>
internal readonly record struct Character(int CodePoint, TrueTypeFont Font, ushort Glyph, RunStyle Style, double Width, bool First)
{
    public bool IsSpace => CodePoint is ' ';
    public bool IsBreak => CodePoint is '\n';
    public bool MayBreakAfter => CodePoint is ' ' or '-' or '–' or '/' or '\u2010';
}

/// <summary>Breaks a text into lines: at spaces and hyphens, and inside a word that is longer than a whole line.</summary>
internal static class TextLines
{
    /// <param name="text">The text; a line feed ends a line.</param>
    /// <param name="size">Of the font, in points.</param>
    /// <param name="width">Of a line, in points; a space at its end may stand over.</param>
    public static IReadOnlyList<ArraySegment<Character>> Of(PrintedText text, double size, double width)
    {
        var all = text.Runs.SelectMany(run => Characters(run, size)).ToArray();
        var lines = new List<ArraySegment<Character>>();
        int start = 0, mayBreak = 0, sign = 0;
        double used = 0;
        for (int i = 0; i < all.Length; i++)
        {
            if (all[i].First) sign = i;
            if (all[i].IsBreak)
            {
                Break(i, i + 1);
                continue;
            }
            if (used + all[i].Width > width && !all[i].IsSpace && Math.Max(mayBreak, sign) > start)
            {
                int at = mayBreak > start ? mayBreak : sign;
                Break(at, at);
                i = at - 1;
                continue;
            }
            used += all[i].Width;
            if (all[i].MayBreakAfter) mayBreak = i + 1;
        }
        lines.Add(new(all, start, all.Length - start));
        return lines;

        void Break(int end, int next)
        {
            lines.Add(new(all, start, end - start));
            (start, mayBreak, sign, used) = (next, next, next, 0);
        }
    }

    private static IEnumerable<Character> Characters(Run run, double size)
    {
        // Half a pair of code units becomes the sign for an unknown character before anything stumbles over it.
        string text = string.Concat(run.Text.ReplaceLineEndings("\n").EnumerateRunes()).Normalize(NormalizationForm.FormC);
        foreach (string sign in Signs(text))
        {
            bool first = true;
            foreach (var rune in sign.EnumerateRunes())
            {
                if (Shown(rune) is not { } shown) continue;
                var (font, glyph) = PrintFonts.For(shown, run.Style);
                yield return new(shown, font, glyph, run.Style, shown == '\n' ? 0 : font.WidthOf(glyph) * size / font.UnitsPerEm, first);
                first = false;
            }
        }
    }

    private static IEnumerable<string> Signs(string text)
    {
        var signs = StringInfo.GetTextElementEnumerator(text);
        while (signs.MoveNext()) yield return signs.GetTextElement();
    }

    // What joins and shapes other characters has no picture of its own here.
    private static int? Shown(Rune rune) => rune.Value switch
    {
        '\n' => '\n',
        '\t' => ' ',
        >= 0xFE00 and <= 0xFE0F => null,
        _ => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.Control ? null : rune.Value,
    };
}
