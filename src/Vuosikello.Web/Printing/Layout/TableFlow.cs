using Vuosikello.Web.Printing.Pdf;

namespace Vuosikello.Web.Printing.Layout;

/// <summary>Draws a table: a row is kept whole where it is short, and goes on over the end of a page where it is long.</summary>
internal sealed class TableFlow(PageFlow flow, IReadOnlyList<Column> columns)
{
    private const double LineHeight = Look.TableSize * Look.LineHeight;
    private const double Gutter = 10;
    private const int FewestLines = 3;

    private readonly double[] _widths = [.. columns.Select(c => c.Share / columns.Sum(all => all.Share) * (PageFlow.Width + Gutter))];
    private readonly PdfTag _table = flow.Pdf.Root.Inside("Table");

    /// <summary>Rows under the columns' headings.</summary>
    public void Draw(IEnumerable<IReadOnlyList<PrintedText>> rows)
    {
        Headings(_table.Inside("TR"));
        foreach (var row in rows) Row(row, _ => ("TD", null), headed: true);
    }

    /// <summary>Rows whose first cell says what the others are.</summary>
    public void DrawNamed(IEnumerable<IReadOnlyList<PrintedText>> rows)
    {
        foreach (var row in rows) Row(row, column => column == 0 ? ("TH", "Row") : ("TD", null), headed: false);
    }

    // Those who hear the table hear its headings once; on the pages after the first they are furniture.
    private void Headings(PdfTag? tag)
    {
        var cells = columns.Select((c, n) => TextLines.Of(new PrintedText(new Run(c.Heading, RunStyle.Strong)), Look.TableSize, TextWidth(n))).ToArray();
        int lines = cells.Max(c => c.Count);
        if (tag is not null) flow.Need(((lines + FewestLines) * LineHeight) + (4 * Look.CellPadding));
        Slice(cells, lines, _ => tag?.Inside("TH", "Column"));
        Rule(1);
    }

    private void Row(IReadOnlyList<PrintedText> texts, Func<int, (string Kind, string? Scope)> kindOf, bool headed)
    {
        var row = _table.Inside("TR");
        var tags = texts.Select((_, n) => kindOf(n) is var (kind, scope) ? row.Inside(kind, scope) : row).ToArray();
        var cells = texts.Select((text, n) => TextLines.Of(text, Look.TableSize, TextWidth(n))).ToArray();
        for (bool begun = false; cells.Max(c => c.Count) is var left and > 0; begun = true)
        {
            int room = (int)((flow.Room - (2 * Look.CellPadding)) / LineHeight);
            bool keepWhole = !begun && left * LineHeight < PageFlow.WholePage / 3;
            if (left > room && !flow.AtTop && (keepWhole || room < FewestLines)) room = OnNextPage(headed);
            int now = Math.Clamp(room, 1, left);
            Slice([.. cells.Select(c => c.Take(now).ToArray())], now, n => tags[n]);
            cells = [.. cells.Select(c => c.Skip(now).ToArray())];
        }
        Rule(0.5);
    }

    private int OnNextPage(bool headed)
    {
        flow.NextPage();
        if (headed) Headings(null);
        return (int)((flow.Room - (2 * Look.CellPadding)) / LineHeight);
    }

    private void Slice(IReadOnlyList<IReadOnlyList<ArraySegment<Character>>> cells, int lines, Func<int, PdfTag?> tagOf)
    {
        flow.Down(Look.CellPadding);
        double x = Look.Left;
        for (int n = 0; n < cells.Count; x += _widths[n++])
        {
            if (cells[n].Count == 0) continue;
            if (tagOf(n) is { } tag) flow.Page.Begin(tag);
            else flow.Page.BeginFurniture();
            foreach (var (index, line) in cells[n].Index())
                Pen.Draw(flow.Pdf, flow.Page, line, x, flow.Y + (index * LineHeight), Look.TableSize, Look.Ink);
            flow.Page.End();
        }
        flow.Down((lines * LineHeight) + Look.CellPadding);
    }

    private void Rule(double thickness)
    {
        flow.Page.BeginFurniture();
        flow.Page.Bar(Look.Left, flow.Y, PageFlow.Width, thickness, thickness < 1 ? Look.Rule : Look.Heading);
        flow.Page.End();
    }

    private double TextWidth(int column) => _widths[column] - Gutter;
}
