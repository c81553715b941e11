using System.Globalization;
using System.Text;
using Vuosikello.Web.Printing.Pdf;

namespace Vuosikello.Web.Printing.Layout;

/// <summary>Draws lines of text.</summary>
internal static class Pen
{
    /// <param name="pdf">Where the fonts are kept.</param>
    /// <param name="page">Where to draw.</param>
    /// <param name="line">One line, as <see cref="TextLines"/> broke it.</param>
    /// <param name="x">Its left end.</param>
    /// <param name="top">Its upper end; a line is <see cref="Look.LineHeight"/> times its size high.</param>
    /// <param name="size">In points.</param>
    /// <param name="colour">Of words that have none by their style.</param>
    public static void Draw(PdfDocument pdf, PdfPage page, ReadOnlySpan<Character> line, double x, double top, double size, int colour)
    {
        double baseline = top + (size * 1.06);
        for (int start = 0; start < line.Length;)
        {
            int end = start + 1;
            while (end < line.Length && line[end].Font == line[start].Font && line[end].Style == line[start].Style) end++;
            x += Piece(pdf, page, line[start..end], x, baseline, size, colour);
            start = end;
        }
    }

    public static double WidthOf(ReadOnlySpan<Character> line)
    {
        double width = 0;
        foreach (var character in line) width += character.Width;
        return width;
    }

    private static double Piece(PdfDocument pdf, PdfPage page, ReadOnlySpan<Character> piece, double x, double baseline, double size, int usual)
    {
        var font = pdf.Use(piece[0].Font);
        var glyphs = new StringBuilder(4 * piece.Length);
        foreach (var character in piece)
        {
            font.Shows(character.Glyph, character.CodePoint);
            glyphs.Append(character.Glyph.ToString("X4", CultureInfo.InvariantCulture));
        }
        var style = piece[0].Style;
        int colour = Look.ColourOf(style, usual);
        double width = WidthOf(piece);
        page.Text(x, baseline, font.Name, size, colour, glyphs.ToString());
        if (style.HasFlag(RunStyle.Added)) page.Bar(x, baseline + (size * 0.12), width, size * 0.06, colour);
        if (style.HasFlag(RunStyle.Removed)) page.Bar(x, baseline - (size * 0.27), width, size * 0.06, colour);
        return width;
    }
}
