using System.Globalization;
using System.Text;

namespace Vuosikello.Web.Printing.Pdf;

/// <summary>What is drawn on a page. Places are in points from the page's upper left corner; PDF itself counts from the lower left.</summary>
/// <param name="number">The number of its object.</param>
/// <param name="height">In points.</param>
internal sealed class PdfPage(int number, double height)
{
    private readonly StringBuilder _content = new();
    private readonly List<PdfTag> _marks = [];

    public int Number => number;

    /// <summary>The tags of the marked pieces, by mark.</summary>
    public IReadOnlyList<PdfTag> Marks => _marks;

    public byte[] Content => Encoding.Latin1.GetBytes(_content.ToString());

    /// <summary>What is drawn until <see cref="End"/> belongs to the tag.</summary>
    public void Begin(PdfTag tag)
    {
        tag.Holds(this, _marks.Count);
        Write($"/{tag.Kind} << /MCID {_marks.Count} >> BDC");
        _marks.Add(tag);
    }

    /// <summary>What is drawn until <see cref="End"/> is furniture of the page, which nobody needs to hear.</summary>
    public void BeginFurniture() => Write($"/Artifact BMC");

    public void End() => Write($"EMC");

    /// <param name="x">Where the text begins.</param>
    /// <param name="baseline">Where it stands.</param>
    /// <param name="font">The font.</param>
    /// <param name="size">In points.</param>
    /// <param name="colour">Red, green and blue, <c>0xRRGGBB</c>.</param>
    /// <param name="glyphs">The glyphs in hexadecimal digits, four each.</param>
    public void Text(double x, double baseline, string font, double size, int colour, string glyphs) =>
        Write($"BT {Colour(colour)} rg /{font} {size:0.##} Tf {x:0.###} {height - baseline:0.###} Td <{glyphs}> Tj ET");

    public void Bar(double x, double top, double width, double thickness, int colour) =>
        Write($"{Colour(colour)} rg {x:0.###} {height - top - thickness:0.###} {width:0.###} {thickness:0.###} re f");

    private static string Colour(int colour) =>
        PdfFile.Invariant($"{((colour >> 16) & 0xFF) / 255.0:0.###} {((colour >> 8) & 0xFF) / 255.0:0.###} {(colour & 0xFF) / 255.0:0.###}");

    private void Write(FormattableString line) => _content.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
