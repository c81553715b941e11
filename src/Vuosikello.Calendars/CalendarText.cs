using System.Buffers;
using System.Text;

namespace Vuosikello.Calendars;

/// <summary>What a text in a calendar may hold (RFC 5545 section 3.1 and 3.3.11).</summary>
public static class CalendarText
{
    // Two searches, because each is one the processor does many characters at a time; of both sets together it is not.
    private static readonly SearchValues<char> Controls = SearchValues.Create([.. Enumerable.Range(0, 0x20).Where(c => c is not ('\t' or '\n')).Append(0x7F).Select(c => (char)c)]);

    /// <summary>Unicode's other line ends. RFC 5545 lets them stand, but vdirsyncer, as all that splits lines as Python does, ends a content line at them and then reads nothing of the feed.</summary>
    private static readonly SearchValues<char> OtherLineEnds = SearchValues.Create("\u0085\u2028\u2029");

    /// <summary>
    /// Makes any text writable: line ends of every kind become <c>\n</c>, control characters other than that and the tab are left out, and
    /// half a surrogate pair becomes U+FFFD. A text that is fine comes back as it is.
    /// </summary>
    public static string Clean(string text)
    {
        if (IndexOfUnwritable(text) < 0 && !text.AsSpan().ContainsAny(OtherLineEnds)) return text;
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (rune.IsBmp && Controls.Contains((char)rune.Value)) continue;
            clean.Append(rune.ToString());
        }
        return clean.ToString();
    }

    /// <summary>The index of the first thing that cannot be written: a control character or half a surrogate pair; -1 for none.</summary>
    public static int IndexOfUnwritable(ReadOnlySpan<char> text)
    {
        int control = text.IndexOfAny(Controls);
        int half = IndexOfHalfPair(control < 0 ? text : text[..control]);
        return half >= 0 ? half : control;
    }

    private static int IndexOfHalfPair(ReadOnlySpan<char> text)
    {
        int from = 0;
        while (true)
        {
            int found = text[from..].IndexOfAnyInRange('\uD800', '\uDFFF');
            if (found < 0) return -1;
            int at = from + found;
            bool pair = char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]);
            if (!pair) return at;
            from = at + 2;
        }
    }

    internal static void Check(string? text, string property, Checks.Bearer of)
    {
        if (text is null) return;
        int at = IndexOfUnwritable(text);
        if (at < 0) return;
        string what = char.IsSurrogate(text[at]) ? "half a surrogate pair" : $"the control character U+{(int)text[at]:X4}";
        throw new InvalidCalendarException($"{property} of {of} holds {what} at index {at}; CalendarText.Clean makes a text writable.");
    }
}
