using Vuosikello.Web.Printing.Pdf;

namespace Vuosikello.Web.Printing.Layout;

/// <summary>Fills pages from the top, and takes a new one where something does not fit.</summary>
internal sealed class PageFlow
{
    public const double Width = PdfDocument.Width - Look.Left - Look.Right;
    private const double End = PdfDocument.Height - Look.Bottom;

    public PageFlow(PdfDocument pdf)
    {
        Pdf = pdf;
        Page = pdf.AddPage();
    }

    public PdfDocument Pdf { get; }
    public PdfPage Page { get; private set; }

    /// <summary>Where the next thing goes, in points from the top of the page.</summary>
    public double Y { get; private set; } = Look.Top;

    /// <summary>How much is left of the page.</summary>
    public double Room => End - Y;

    public static double WholePage => End - Look.Top;

    public bool AtTop => Y <= Look.Top;

    public void Down(double height) => Y += height;

    /// <summary>A gap, which a page does not begin with.</summary>
    public void Gap(double height)
    {
        if (!AtTop) Y += height;
    }

    /// <summary>Takes a new page unless this much is left of the present one.</summary>
    public void Need(double height)
    {
        if (Room < height && !AtTop) NextPage();
    }

    public void NextPage()
    {
        Page = Pdf.AddPage();
        Y = Look.Top;
    }

    /// <summary>Draws lines one under the other, over as many pages as it takes, and leaves no single line of several behind.</summary>
    public void Lines(PdfTag tag, PrintedText text, double size, int colour, double indent = 0)
    {
        var lines = TextLines.Of(text, size, Width - indent);
        double height = size * Look.LineHeight;
        PdfPage? open = null;
        for (int i = 0; i < lines.Count; i++)
        {
            int together = i == 0 || i == lines.Count - 2 ? Math.Min(2, lines.Count - i) : 1;
            if (Room < together * height && !AtTop)
            {
                open?.End();
                open = null;
                NextPage();
            }
            if (open is null) (open = Page).Begin(tag);
            Pen.Draw(Pdf, Page, lines[i], Look.Left + indent, Y, size, colour);
            Down(height);
        }
        open?.End();
    }
}
