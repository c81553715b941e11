using Vuosikello.Projections.Words;
using Vuosikello.Web.Printing.Pdf;

namespace Vuosikello.Web.Printing.Layout;

/// <summary>The header and the footer of every page: whose it is, of when, of what, and which page of how many.</summary>
internal static class Furniture
{
    private const double HeaderTop = 40, FooterTop = PdfDocument.Height - 48, Gap = 24;

    public static void Draw(PdfDocument pdf, PrintedDocument document)
    {
        foreach (var (index, page) in pdf.Pages.Index())
        {
            page.BeginFurniture();
            Line(pdf, page, document.Partnership, TimeInWords.At(document.At, document.Language), HeaderTop);
            page.Bar(Look.Left, HeaderTop + 18, PageFlow.Width, 0.5, Look.Rule);
            Line(pdf, page, document.Title, PdfFile.Invariant($"{index + 1}/{pdf.Pages.Count}"), FooterTop);
            page.End();
        }
    }

    private static void Line(PdfDocument pdf, PdfPage page, string left, string right, double top)
    {
        var end = TextLines.Of(right, Look.FurnitureSize, PageFlow.Width)[0];
        double width = Pen.WidthOf(end);
        Pen.Draw(pdf, page, Fitting(left, PageFlow.Width - width - Gap), Look.Left, top, Look.FurnitureSize, Look.Quiet);
        Pen.Draw(pdf, page, end, Look.Left + PageFlow.Width - width, top, Look.FurnitureSize, Look.Quiet);
    }

    private static ReadOnlySpan<Character> Fitting(string text, double width)
    {
        var lines = TextLines.Of(text, Look.FurnitureSize, width);
        if (lines.Count == 1) return lines[0];
        var dots = TextLines.Of("…", Look.FurnitureSize, width)[0];
        return (Character[])[.. TextLines.Of(text, Look.FurnitureSize, width - Pen.WidthOf(dots))[0], .. dots];
    }
}
