namespace Vuosikello.Domain;

/// <summary>A text in any of the three languages of the service. A language without a text is <c>null</c>, never empty.</summary>
public sealed record LocalText
{
    public LocalText(string? fi = null, string? sv = null, string? en = null)
    {
        Fi = Clean(fi);
        Sv = Clean(sv);
        En = Clean(en);
    }

    public string? Fi { get; }
    public string? Sv { get; }
    public string? En { get; }

    public static LocalText Empty { get; } = new();

    /// <summary>True when there is a text in no language.</summary>
    public bool IsEmpty => Fi is null && Sv is null && En is null;

    /// <summary>
    /// The text in the wanted language; where there is none, the first there is of Finnish, Swedish, English; empty when
    /// there is none at all.
    /// </summary>
    /// <param name="language"><c>fi</c>, <c>sv</c> or <c>en</c>; anything else means Finnish.</param>
    public string In(string language) => Exactly(language) ?? Fi ?? Sv ?? En ?? "";

    /// <summary>The text in just this language, or null.</summary>
    public string? Exactly(string language) => language switch { "sv" => Sv, "en" => En, _ => Fi };

    /// <summary>Which language <see cref="In"/> answers in: what an HTML <c>lang</c> attribute needs.</summary>
    public string LanguageOf(string language) =>
        Exactly(language) is not null ? language : Fi is not null ? "fi" : Sv is not null ? "sv" : En is not null ? "en" : language;

    /// <summary>The longest of the texts, in UTF-16 code units.</summary>
    public int Length => Math.Max(Fi?.Length ?? 0, Math.Max(Sv?.Length ?? 0, En?.Length ?? 0));

    public override string ToString() => In("fi");

    private static string? Clean(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim().ReplaceLineEndings("\n");
}
