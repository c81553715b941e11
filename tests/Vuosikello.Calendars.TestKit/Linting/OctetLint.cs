using System.Text;

namespace Vuosikello.Calendars.TestKit.Linting;

/// <summary>Lines, folds and characters: RFC 5545 section 3.1.</summary>
internal static class OctetLint
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The content lines, unfolded, with the number of the line on which each starts.</summary>
    public static List<(int Line, string Text)> Unfold(ReadOnlySpan<byte> octets, Findings findings)
    {
        var lines = new List<(int Line, string Text)>();
        findings.Unless(!octets.StartsWith("\uFEFF"u8), 1, "a byte-order mark");
        findings.Unless(octets.EndsWith("\r\n"u8), 1, "the last line does not end in CRLF (3.1)");
        int number = 0;
        while (!octets.IsEmpty)
        {
            number++;
            int end = octets.IndexOf("\r\n"u8);
            var line = end < 0 ? octets : octets[..end];
            octets = end < 0 ? default : octets[(end + 2)..];
            findings.Unless(line.Length <= 75, number, $"{line.Length} octets in a line; 75 are the most (3.1)");
            findings.Unless(!line.IsEmpty, number, "an empty line (3.1)");
            if (line.IsEmpty) continue;
            bool folded = line[0] is (byte)' ' or (byte)'\t';
            findings.Unless(!folded || line.Length > 1, number, "a continuation line with nothing in it (3.1)");
            string text = Decode(folded ? line[1..] : line, number, findings);
            foreach (char c in text) findings.Unless(c >= ' ' && c != '\x7F' || c == '\t', number, $"the control character U+{(int)c:X4} (3.1)");
            if (!folded) lines.Add((number, text));
            else if (lines.Count == 0) findings.Add(number, "the first line is a continuation");
            else lines[^1] = (lines[^1].Line, lines[^1].Text + text);
        }
        return lines;
    }

    private static string Decode(ReadOnlySpan<byte> line, int number, Findings findings)
    {
        try
        {
            return Strict.GetString(line);
        }
        catch (DecoderFallbackException)
        {
            findings.Add(number, "not UTF-8 by itself: a character is broken, perhaps by a fold (3.1)");
            return Encoding.Latin1.GetString(line);
        }
    }
}
