using System.Globalization;

namespace Vuosikello.Projections.Redlines;

/// <summary>A text cut into words, stretches of white space (each line break by itself) and single other marks, numbered by content.</summary>
/// <param name="Ids">Equal for equal tokens, in both texts.</param>
/// <param name="Starts">Where each token begins in the text; one more at the end, the text's length.</param>
internal sealed record TextTokens(int[] Ids, int[] Starts)
{
    public int Count => Ids.Length;

    /// <summary>Two texts cut by one numbering.</summary>
    public static (TextTokens Before, TextTokens After) Of(string before, string after)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        return (Cut(before, numbers), Cut(after, numbers));
    }

    private static TextTokens Cut(string text, Dictionary<string, int> numbers)
    {
        var bySpan = numbers.GetAlternateLookup<ReadOnlySpan<char>>();
        List<int> ids = [], starts = [];
        int at = 0;
        while (at < text.Length)
        {
            int end = End(text, at);
            var token = text.AsSpan(at, end - at);
            if (!bySpan.TryGetValue(token, out int id)) bySpan[token] = id = numbers.Count;
            ids.Add(id);
            starts.Add(at);
            at = end;
        }
        starts.Add(text.Length);
        return new([.. ids], [.. starts]);
    }

    private static int End(string text, int start)
    {
        var kind = KindOf(text, start);
        int at = start + 1;
        if (kind == Kind.Mark) return at;
        while (at < text.Length && KindOf(text, at) == kind) at++;
        return at;
    }

    // Surrogates count as parts of words, so that no pair is ever torn, nor a letter from its accent.
    private static Kind KindOf(string text, int at)
    {
        char c = text[at];
        if (c is '\n') return Kind.Mark;
        if (char.IsWhiteSpace(c)) return Kind.Space;
        if (char.IsLetterOrDigit(c) || char.IsSurrogate(c)) return Kind.Word;
        return CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format
            ? Kind.Word
            : Kind.Mark;
    }

    private enum Kind
    {
        Word,
        Space,
        Mark,
    }
}
