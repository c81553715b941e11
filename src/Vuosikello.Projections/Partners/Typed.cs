using System.Collections.Immutable;
using Vuosikello.Projections.Boards;

namespace Vuosikello.Projections.Partners;

/// <summary>What somebody typed to be searched for: in lower case, as it is and without diacritics.</summary>
/// <param name="Whole">All of it, trimmed.</param>
/// <param name="AsTyped">Its words as typed.</param>
/// <param name="Folded">Its words without diacritics.</param>
internal sealed record Typed(string Whole, ImmutableArray<string> AsTyped, ImmutableArray<string> Folded)
{
    public static Typed Of(string text, int mostWords)
    {
        string whole = text.Trim().ToLowerInvariant();
        return new(whole, [.. Split(whole).Take(mostWords)], [.. Split(SearchText.Fold(whole)).Take(mostWords)]);
    }

    /// <summary>The words of some texts without case and diacritics, each once.</summary>
    public static ImmutableArray<string> WordsOf(IEnumerable<string?> texts) =>
        [.. texts.Where(text => text is not null).SelectMany(text => Split(SearchText.Fold(text!))).Distinct(StringComparer.Ordinal)];

    /// <summary>The words of some texts in lower case, each once.</summary>
    public static ImmutableArray<string> AsWritten(IEnumerable<string> texts) =>
        [.. texts.SelectMany(text => Split(text.ToLowerInvariant())).Distinct(StringComparer.Ordinal)];

    /// <summary>Runs of letters and digits.</summary>
    private static IEnumerable<string> Split(string text)
    {
        int start = -1;
        for (int i = 0; i <= text.Length; i++)
        {
            bool within = i < text.Length && (char.IsLetterOrDigit(text[i]) || char.IsSurrogate(text[i]));
            if (within && start < 0) start = i;
            if (within || start < 0) continue;
            yield return text[start..i];
            start = -1;
        }
    }
}
