using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Vuosikello.Domain;

/// <summary>What texts, links, numbers and lists of any command have to fulfil, and how problems write values.</summary>
internal static class Texts
{
    /// <summary>The most characters of a link.</summary>
    public const int LinkLimit = 2_000;

    /// <summary>The most characters of a name.</summary>
    public const int NameLimit = 500;

    private static readonly LocalDateTimePattern Minutes = LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm");
    private static readonly LocalTimePattern Clock = LocalTimePattern.CreateWithInvariantCulture("HH':'mm");

    public static string Iso(LocalDate date) => LocalDatePattern.Iso.Format(date);
    public static string Iso(LocalDateTime time) => Minutes.Format(time);
    public static string Iso(LocalTime time) => Clock.Format(time);
    public static string Iso(YearMonth month) => YearMonthPattern.Iso.Format(month);
    public static string Iso(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Null for what is blank, trimmed otherwise.</summary>
    public static string? Tidy(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    public static IEnumerable<Problem> Required(LocalText text, string field, int limit) =>
        text.IsEmpty ? [new Problem(ProblemCodes.TextMissing, field)] : Optional(text, field, limit);

    public static IEnumerable<Problem> Optional(LocalText text, string field, int limit)
    {
        if (text.Length > limit) yield return TooLong(text.Length, field, limit);
        if (!IsPlain(text.Fi) || !IsPlain(text.Sv) || !IsPlain(text.En)) yield return new Problem(ProblemCodes.TextHasControlCharacters, field);
    }

    public static IEnumerable<Problem> Optional(string? text, string field, int limit)
    {
        if (text?.Length > limit) yield return TooLong(text.Length, field, limit);
        if (!IsPlain(text)) yield return new Problem(ProblemCodes.TextHasControlCharacters, field);
    }

    public static IEnumerable<Problem> Link(string? link, string field)
    {
        if (link is null) return [];
        if (link.Length > LinkLimit) return [TooLong(link.Length, field, LinkLimit)];
        return IsAbsolute(link) ? [] : [new Problem(ProblemCodes.LinkNotAbsolute, field, [link])];
    }

    public static IEnumerable<Problem> ShortName(string slug, string field) =>
        Slug.IsValid(slug) ? [] : [new Problem(ProblemCodes.SlugInvalid, field, [slug ?? ""])];

    public static IEnumerable<Problem> Within(int number, int least, int most, string field) =>
        number >= least && number <= most ? [] : [new Problem(ProblemCodes.NumberOutOfRange, field, [Iso(number), Iso(least), Iso(most)])];

    public static IEnumerable<Problem> Few<T>(ValueList<T> items, int most, string field) =>
        items.Count <= most ? [] : [new Problem(ProblemCodes.TooMany, field, [Iso(most), Iso(items.Count)])];

    public static IEnumerable<Problem> Once<T>(ValueList<T> items, string field) where T : notnull
    {
        var seen = new HashSet<T>();
        var told = new HashSet<T>();
        foreach (var item in items)
        {
            if (!seen.Add(item) && told.Add(item)) yield return new Problem(ProblemCodes.NamedTwice, field, [Name(item)]);
        }
    }

    private static string Name<T>(T item) => item is LocalDate date ? Iso(date) : item?.ToString() ?? "";

    private static Problem TooLong(int length, string field, int limit) =>
        new(ProblemCodes.TextTooLong, field, [Iso(limit), Iso(length)]);

    private static bool IsAbsolute(string link) =>
        (link.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || link.StartsWith("http://", StringComparison.OrdinalIgnoreCase))
        && !link.Any(c => char.IsWhiteSpace(c) || char.IsControl(c))
        && IsPlain(link)
        && Uri.TryCreate(link, UriKind.Absolute, out var address) && address.Host.Length > 0;

    // A lone half of a surrogate pair has no UTF-8 form: it would not come back from the store as it went in.
    private static bool IsPlain(string? text)
    {
        for (int i = 0; i < text?.Length; i++)
        {
            char c = text[i];
            if (char.IsControl(c) && c is not ('\n' or '\t')) return false;
            if (!char.IsSurrogate(c)) continue;
            if (i + 1 == text.Length || !char.IsSurrogatePair(c, text[i + 1])) return false;
            i++;
        }
        return true;
    }
}
