using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;

namespace Vuosikello.Domain.Documents;

/// <summary>
/// Writes the canonical text of a document's version: the form whose SHA-256 is approved and signed. It depends on the content
/// alone, in all its languages, and on nothing of how a page shows it. One entry a line, <c>key: value</c>; a value of several
/// lines stands below its key, each line behind <c>| </c>. Line ends are LF, letters are in Unicode normalization form C (so that
/// one text typed on two keyboards is one text), what is absent has no line. Keys are fixed words without colon or line end, so
/// two different contents never have one text. See docs/adr/0014.
/// </summary>
public sealed class CanonicalText
{
    private readonly StringBuilder _text = new();

    /// <param name="kind">What document this is, such as <c>agreement</c>.</param>
    /// <param name="form">The version of the form in which the kind is written, from 1; a text of an older form stays valid.</param>
    public CanonicalText(string kind, int form) => Line("vuosikello", string.Create(CultureInfo.InvariantCulture, $"{kind} {form}"));

    /// <summary>Writes one entry; none when there is no value. An empty text counts as none.</summary>
    public CanonicalText Line(string key, string? value)
    {
        if (string.IsNullOrEmpty(value)) return this;
        string normal = value.ReplaceLineEndings("\n").Normalize(NormalizationForm.FormC);
        if (!normal.Contains('\n', StringComparison.Ordinal)) return Append($"{key}: {normal}");
        Append($"{key}:");
        foreach (string line in normal.Split('\n')) Append($"| {line}");
        return this;
    }

    /// <summary>Writes a text in each of its languages, under <c>key/fi</c>, <c>key/sv</c>, <c>key/en</c>.</summary>
    public CanonicalText Line(string key, LocalText text) => Line($"{key}/fi", text.Fi).Line($"{key}/sv", text.Sv).Line($"{key}/en", text.En);

    public CanonicalText Line(string key, long number) => Line(key, number.ToString(CultureInfo.InvariantCulture));

    /// <summary>Writes a date as ISO 8601.</summary>
    public CanonicalText Line(string key, LocalDate? date) => date is { } day ? Line(key, Texts.Iso(day)) : this;

    /// <summary>The text so far.</summary>
    public override string ToString() => _text.ToString();

    /// <summary>The SHA-256 of a canonical text in UTF-8: 64 lower-case hexadecimal digits.</summary>
    public static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private CanonicalText Append(string line)
    {
        _text.Append(line).Append('\n');
        return this;
    }
}
