using System.Collections.Immutable;
using System.Globalization;

namespace Vuosikello.Projections.Partners;

/// <summary>Whether texts have words that begin as somebody typed, with or without diacritics: for lists of which there are few.</summary>
public sealed class WordSearch
{
    private const int MostWords = 8;

    private readonly ImmutableArray<string> _beginnings;

    private WordSearch(string text) => _beginnings = Typed.Of(text.Length > PartnerSearch.MostCharacters ? text[..PartnerSearch.MostCharacters] : text, MostWords).Folded;

    public static WordSearch Of(string text) => new(text);

    /// <summary>True when each word that was typed begins a word of one of the texts; true of anything when nothing was typed.</summary>
    public bool Fits(IReadOnlyList<string?> texts)
    {
        var words = Typed.WordsOf(texts);
        return _beginnings.All(beginning => words.Any(word => word.StartsWith(beginning, StringComparison.Ordinal)));
    }
}

/// <summary>As Finnish sorts: å, ä, ö last, capitals as small letters.</summary>
public static class FinnishOrder
{
    public static IComparer<string> Names { get; } = StringComparer.Create(CultureInfo.GetCultureInfo("fi-FI"), ignoreCase: true);
}
