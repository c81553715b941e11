namespace Vuosikello.Web.Printing.Layout;

/// <summary>Sizes in points and colours (<c>0xRRGGBB</c>) of printed documents; the colours are those of the pages in daylight.</summary>
internal static class Look
{
    public const double Left = 62, Right = 62, Top = 84, Bottom = 72;
    public const double TitleSize = 21, BodySize = 10.5, TableSize = 9.5, FurnitureSize = 8.5;
    public const double LineHeight = 1.4;
    public const double ParagraphGap = 6;
    public const double CellPadding = 3.5;

    public const int Ink = 0x23241F, Heading = 0x0B2F3F, Quiet = 0x56534A, Rule = 0xC4BFB2, Added = 0x1B5E20, Removed = 0x9B1C1C;

    public static double HeadingSize(int level) => level switch { 1 => 15, 2 => 12.5, _ => 11 };

    public static int ColourOf(RunStyle style, int usual) =>
        style.HasFlag(RunStyle.Added) ? Added : style.HasFlag(RunStyle.Removed) ? Removed : style.HasFlag(RunStyle.Quiet) ? Quiet : usual;
}
