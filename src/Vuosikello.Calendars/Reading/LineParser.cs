using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Unicode;

namespace Vuosikello.Calendars.Reading;

/// <summary>Takes an unfolded line apart: name, parameters, value (RFC 5545 section 3.1).</summary>
internal sealed class LineParser(Notes notes, MemoryBudget memory, OctetStore store, ReadOptions options)
{
    private static readonly SearchValues<byte> Controls = SearchValues.Create([.. Enumerable.Range(0, 0x20).Where(c => c != '\t').Append(0x7F).Select(c => (byte)c)]);
    private static readonly SearchValues<byte> NameOctets = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-"u8);
    private static readonly SearchValues<byte> OddNameOctets = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.+/"u8);
    private readonly ParameterParser _parameters = new(notes, memory);
    private byte[]? _softBroken;

    public NameTable Names => _parameters.Names;

    /// <returns>Null when it is no content line, when there was nothing in it, or when it goes on in the next one.</returns>
    public CalendarProperty? Parse(ReadOnlySpan<byte> line, LinePlace place)
    {
        if (_softBroken is { } before)
        {
            line = (byte[])[.. before, .. line];
            _softBroken = null;
            if (line.Length > options.MaxLineOctets) return TooLong(place);
        }
        if (place.Line == 1 && line.StartsWith("\uFEFF"u8))
        {
            notes.Add(NoteKind.ByteOrderMark, (1, 1), $"The file begins with a byte-order mark; passed over. Several programs read no further.");
            line = line[3..];
        }
        int control = line.IndexOfAny(Controls);
        if (control >= 0) line = WithoutControls(line, control, place);
        if (line.TrimEnd(" \t"u8).IsEmpty) return null;
        return Utf8.IsValid(line) ? Split(line, place) : Split(ToUtf8(line, place), place);
    }

    private CalendarProperty? Split(ReadOnlySpan<byte> line, LinePlace place)
    {
        int end = line.IndexOfAny((byte)':', (byte)';');
        var name = end < 0 ? default : line[..end].Trim(" \t"u8);
        bool odd = name.ContainsAnyExcept(NameOctets);
        if (name.IsEmpty || (odd && name.ContainsAnyExcept(OddNameOctets)))
        {
            notes.Add(NoteKind.NotAContentLine, place.At(0), $"Not a property: \"{Notes.Quote(line)}\"; left out.");
            return null;
        }
        if (odd || name.Length != end) notes.Add(NoteKind.OddName, place.At(0), $"{Notes.Quote(line[..end])} is no name of a property; taken as one all the same.");
        var parameters = _parameters.Parse(line, ref end, place);
        if (end < 0)
        {
            notes.Add(NoteKind.NotAContentLine, place.At(line.Length - 1), $"{Notes.Quote(name)} has no colon and so no value; left out.");
            return null;
        }
        var value = line[(end + 1)..];
        if (!parameters.IsEmpty && QuotedPrintable.IsSaid(parameters))
        {
            if (value.EndsWith("="u8))
            {
                _softBroken = line[..^1].ToArray();
                return null;
            }
            notes.AddOnce(NoteKind.QuotedPrintable, place.At(end + 1), $"{Notes.Quote(name)} is in quoted-printable, which went out of use with vCalendar 1.0; undone.");
            value = QuotedPrintable.Undo(value, Charset(parameters));
        }
        if (!memory.Take(MemoryBudget.Property)) return null;
        return new CalendarProperty(Names.Name(name), parameters, store.Keep(value), place.Line, place.At(end + 1));
    }

    private byte[] ToUtf8(ReadOnlySpan<byte> line, LinePlace place)
    {
        // A parameter is read before its line is decoded; its name and the names of charsets are ASCII in all of these.
        int at = line.IndexOf(";CHARSET="u8);
        string? declared = at < 0 ? null : Encoding.Latin1.GetString(line[(at + 9)..Math.Min(line.Length, at + 40)]).Split(':', ';')[0];
        var charset = Charsets.Of(declared, options.Charset);
        notes.Add(NoteKind.NotUtf8, place.At(0), $"The line is not in UTF-8; read as {charset.WebName}.");
        return Encoding.Convert(charset, Encoding.UTF8, line.ToArray());
    }

    private Encoding Charset(ImmutableArray<PropertyParameter> parameters) =>
        Charsets.Of(parameters.FirstOrDefault(p => p.Name == "CHARSET")?.Values[0], options.Charset);

    private byte[] WithoutControls(ReadOnlySpan<byte> line, int at, LinePlace place)
    {
        notes.Add(NoteKind.ControlCharacter, place.At(at), $"The control character U+{line[at]:X4} cannot stand in a calendar; left out.");
        var kept = new ArrayBufferWriter<byte>(line.Length);
        for (; at >= 0; at = line.IndexOfAny(Controls))
        {
            kept.Write(line[..at]);
            line = line[(at + 1)..];
        }
        kept.Write(line);
        return kept.WrittenSpan.ToArray();
    }

    private CalendarProperty? TooLong(LinePlace place)
    {
        notes.Add(NoteKind.LineTooLong, place.At(0), $"A line of more than {options.MaxLineOctets} octets; left out.");
        return null;
    }
}
