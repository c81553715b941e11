using System.Collections.Immutable;

namespace Vuosikello.Calendars.Reading;

/// <summary>Collects notes, so many and no more.</summary>
internal sealed class Notes(int most)
{
    private const int LongestQuote = 40;
    private readonly List<ReadNote> _kept = [];
    private readonly HashSet<NoteKind> _once = [];

    /// <summary>How many there were, those included that were not kept.</summary>
    public long Count { get; private set; }

    public void Add(NoteKind kind, (int Line, int Column) at, FormattableString message)
    {
        Count++;
        if (_kept.Count < most) _kept.Add(new ReadNote(kind, at.Line, at.Column, FormattableString.Invariant(message)));
    }

    /// <summary>For what a file does throughout: the first one says it.</summary>
    public void AddOnce(NoteKind kind, (int Line, int Column) at, FormattableString message)
    {
        if (_once.Add(kind)) Add(kind, at, message);
    }

    public ImmutableArray<ReadNote> ToImmutable() => [.. _kept];

    /// <summary>A short piece of the file that can stand in a message.</summary>
    public static string Quote(ReadOnlySpan<byte> octets)
    {
        bool whole = octets.Length <= LongestQuote;
        string text = CalendarText.Clean(System.Text.Encoding.UTF8.GetString(whole ? octets : octets[..LongestQuote]));
        return whole ? text : text + "…";
    }

    public static string Quote(string text, int longest = LongestQuote) => text.Length <= longest ? text : string.Concat(text.AsSpan(0, longest), "…");
}
