namespace Vuosikello.Web.Printing.Fonts;

/// <summary>
/// The fonts of printed documents: the pages' own Source Sans, DejaVu for what it lacks (Cyrillic, Greek, signs, rare Sámi letters), Noto's for emoji.
/// They are packed into the program by <c>build/Client.targets</c>; all three are under licences that allow it (SIL OFL; DejaVu's own).
/// </summary>
internal static class PrintFonts
{
    private static readonly Lazy<TrueTypeFont> Regular = Font("SourceSans3-Regular");
    private static readonly Lazy<TrueTypeFont> Strong = Font("SourceSans3-SemiBold");
    private static readonly Lazy<TrueTypeFont> Emphasis = Font("SourceSans3-Italic");
    private static readonly Lazy<TrueTypeFont> Other = Font("DejaVuSans");
    private static readonly Lazy<TrueTypeFont> Emoji = Font("NotoEmoji-Regular");

    private const int FirstEmoji = 0x1F000;
    private const int Unknown = 0xFFFD;

    /// <summary>The font and the glyph that show a character; a character in none of the fonts is shown as the sign for an unknown one.</summary>
    public static (TrueTypeFont Font, ushort Glyph) For(int codePoint, RunStyle style)
    {
        var usual = style.HasFlag(RunStyle.Strong) ? Strong : style.HasFlag(RunStyle.Emphasis) ? Emphasis : Regular;
        foreach (var font in codePoint >= FirstEmoji ? [usual, Emoji, Other] : (ReadOnlySpan<Lazy<TrueTypeFont>>)[usual, Other, Emoji])
            if (font.Value.GlyphOf(codePoint) is { } glyph) return (font.Value, glyph);
        return (Other.Value, Other.Value.GlyphOf(Unknown) ?? 0);
    }

    private static Lazy<TrueTypeFont> Font(string name) => new(() =>
    {
        using var stream = typeof(PrintFonts).Assembly.GetManifestResourceStream($"Fonts/{name}.ttf")
            ?? throw new InvalidOperationException($"The font {name} is not in the program; build/Client.targets packs it in.");
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return new TrueTypeFont(name, copy.ToArray());
    });
}
