using System.Globalization;
using System.Text;

namespace Vuosikello.Web.ActivityFiles.Reading;

/// <summary>Words as they are compared: people leave out dots, capitals and hyphens.</summary>
internal static class Folded
{
    /// <summary>Lower case without diacritics; all else as it was, and spaces of any kind as one space.</summary>
    public static string Letters(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (char c in text.Trim().Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark) continue;
            if (char.IsWhiteSpace(c) && folded is { Length: > 0 } && folded[^1] == ' ') continue;
            folded.Append(char.IsWhiteSpace(c) ? ' ' : char.ToLowerInvariant(c));
        }
        return folded.ToString();
    }

    /// <summary>Letters and digits alone, words with one space between them.</summary>
    public static string Words(string text)
    {
        var words = new StringBuilder(text.Length);
        foreach (char c in Letters(text))
        {
            if (char.IsLetterOrDigit(c)) words.Append(c);
            else if (words is { Length: > 0 } && words[^1] != ' ') words.Append(' ');
        }
        return words.ToString().TrimEnd();
    }

    /// <summary>Letters and digits alone: by this names are looked up.</summary>
    public static string Key(string text) => Words(text).Replace(" ", "", StringComparison.Ordinal);

    /// <summary>How many letters one has to change, add or leave out to get from one to the other.</summary>
    public static int Distance(string one, string other)
    {
        int[] row = [.. Enumerable.Range(0, other.Length + 1)];
        for (int i = 1; i <= one.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.Length; j++)
            {
                int above = row[j];
                row[j] = Math.Min(Math.Min(above, row[j - 1]) + 1, diagonal + (one[i - 1] == other[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }
        return row[^1];
    }

    /// <summary>The name that is spelled most like a text; null where none is so alike that it can have been meant.</summary>
    public static string? Nearest(string text, IEnumerable<string> names)
    {
        string folded = Words(text);
        if (folded.Length > Longest) folded = folded[..Longest];
        var nearest = names.Select(name => (Name: name, Folded: Words(name))).Select(n => (n.Name, Away: Distance(folded, n.Folded), n.Folded.Length)).MinBy(n => n.Away);
        return nearest.Name is not null && nearest.Away <= Math.Max(1, Math.Max(folded.Length, nearest.Length) / LettersOfMistake) ? nearest.Name : null;
    }

    private const int Longest = 100;

    /// <summary>One mistake in so many letters is one of spelling.</summary>
    private const int LettersOfMistake = 4;
}
