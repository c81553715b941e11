using Vuosikello.Web.Printing.Layout;
using Vuosikello.Web.Printing.Pdf;

namespace Vuosikello.Web.Printing;

/// <summary>Makes a PDF of a <see cref="PrintedDocument"/>, where its docstring has an example.</summary>
public static class Printer
{
    private const double ListIndent = 18;

    /// <summary>The bytes of the PDF; the same document gives the same bytes.</summary>
    public static byte[] Print(PrintedDocument document)
    {
        var pdf = new PdfDocument();
        var flow = new PageFlow(pdf);
        flow.Lines(pdf.Root.Inside("H1"), new PrintedText(new Run(document.Title, RunStyle.Strong)), Look.TitleSize, Look.Heading);
        flow.Down(Look.ParagraphGap);
        foreach (var block in document.Blocks) Draw(flow, block);
        Furniture.Draw(pdf, document);
        return pdf.ToBytes(document.Title, document.Language, document.At);
    }

    /// <summary>The PDF as an answer that a browser shows.</summary>
    /// <param name="document">What to print.</param>
    /// <param name="name">What the file is called when it is saved, without <c>.pdf</c>.</param>
    public static IResult AsPdf(this PrintedDocument document, string name) => new PdfAnswer(Print(document), name);

    private static void Draw(PageFlow flow, Block block)
    {
        switch (block)
        {
            case Block.Heading heading:
                Heading(flow, heading);
                break;
            case Block.Paragraph paragraph:
                flow.Gap(Look.ParagraphGap);
                flow.Lines(flow.Pdf.Root.Inside("P"), paragraph.Text, Look.BodySize, Look.Ink);
                break;
            case Block.Items items:
                Items(flow, items);
                break;
            case Block.Table table:
                flow.Gap(Look.ParagraphGap);
                new TableFlow(flow, table.Columns).Draw(table.Rows);
                break;
            case Block.Definitions definitions:
                flow.Gap(Look.ParagraphGap);
                new TableFlow(flow, [new("", 1), new("", 2.4)]).DrawNamed(definitions.Rows.Select(r => (PrintedText[])[new Run(r.Name, RunStyle.Strong), r.Text]));
                break;
            case Block.NextPage when !flow.AtTop:
                flow.NextPage();
                break;
        }
    }

    private static void Heading(PageFlow flow, Block.Heading heading)
    {
        double size = Look.HeadingSize(heading.Level);
        flow.Gap(size);
        // With it go three lines of what it is about.
        flow.Need((size + (3 * Look.BodySize)) * Look.LineHeight);
        flow.Lines(flow.Pdf.Root.Inside(PdfFile.Invariant($"H{Math.Clamp(heading.Level, 1, 3) + 1}")), new PrintedText(new Run(heading.Text, RunStyle.Strong)), size, Look.Heading);
    }

    private static void Items(PageFlow flow, Block.Items items)
    {
        flow.Gap(Look.ParagraphGap);
        var list = flow.Pdf.Root.Inside("L");
        foreach (var (index, text) in items.Texts.Index())
        {
            flow.Need(2 * Look.BodySize * Look.LineHeight);
            var item = list.Inside("LI");
            string label = items.Numbered ? PdfFile.Invariant($"{index + 1}.") : "•";
            flow.Page.Begin(item.Inside("Lbl"));
            Pen.Draw(flow.Pdf, flow.Page, TextLines.Of(label, Look.BodySize, ListIndent * 2)[0], Look.Left, flow.Y, Look.BodySize, Look.Quiet);
            flow.Page.End();
            flow.Lines(item.Inside("LBody"), text, Look.BodySize, Look.Ink, indent: items.Texts.Count > 99 && items.Numbered ? ListIndent * 1.5 : ListIndent);
        }
    }
}
