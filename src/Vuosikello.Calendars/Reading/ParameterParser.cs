using System.Buffers;
using System.Collections.Immutable;
using System.Text;

namespace Vuosikello.Calendars.Reading;

/// <summary>The parameters of a line (RFC 5545 section 3.2, RFC 6868).</summary>
internal sealed class ParameterParser(Notes notes, MemoryBudget memory)
{
    private const int Most = 64;
    private static readonly SearchValues<byte> ValueEnds = SearchValues.Create(",;:\""u8);

    private const int LongestCached = 64;

    /// <summary>Parameters that came before, with their octets up to the colon: nearly all lines that have some have the same.</summary>
    private readonly (byte[] Octets, ImmutableArray<PropertyParameter> Parameters)?[] _cached = new (byte[], ImmutableArray<PropertyParameter>)?[32];

    public NameTable Names { get; } = new();

    /// <param name="line">The whole line.</param>
    /// <param name="at">Of the colon or semicolon after the property's name; of the colon before its value when this returns, or -1 for none.</param>
    /// <param name="place">Where the line is.</param>
    public ImmutableArray<PropertyParameter> Parse(ReadOnlySpan<byte> line, ref int at, LinePlace place)
    {
        if (line[at] == ':') return [];
        var (from, notesBefore) = (at, notes.Count);
        uint slot = CacheSlot(line[at..]);
        if (_cached[slot] is { } known && line[at..].StartsWith(known.Octets))
        {
            at += known.Octets.Length - 1;
            return known.Parameters;
        }
        var parameters = ParseAnew(line, ref at, place);
        bool usual = at >= 0 && notes.Count == notesBefore && at - from < LongestCached;
        if (usual) _cached[slot] = (line[from..(at + 1)].ToArray(), parameters);
        return parameters;
    }

    private ImmutableArray<PropertyParameter> ParseAnew(ReadOnlySpan<byte> line, ref int at, LinePlace place)
    {
        var all = ImmutableArray.CreateBuilder<PropertyParameter>(2);
        while (at >= 0 && line[at] == ';')
        {
            int from = at + 1;
            int length = line[from..].IndexOfAny("=;:"u8);
            if (length < 0) at = -1;
            else if (line[from + length] != '=') at = Valueless(line, from, length, all, place);
            else at = Valued(line, from, length, all, place);
            if (all.Count <= Most) continue;
            notes.Add(NoteKind.TooManyParameters, place.At(from), $"More than {Most} parameters; the line is left out.");
            at = -1;
        }
        return all.ToImmutable();
    }

    private uint CacheSlot(ReadOnlySpan<byte> line)
    {
        uint hash = 0;
        foreach (byte octet in line[..Math.Min(line.Length, 16)])
        {
            if (octet == ':') break;
            hash = (hash * 31) + octet;
        }
        return hash % (uint)_cached.Length;
    }

    private int Valueless(ReadOnlySpan<byte> line, int from, int length, ImmutableArray<PropertyParameter>.Builder all, LinePlace place)
    {
        var name = line.Slice(from, length);
        notes.Add(NoteKind.ParameterWithoutValue, place.At(from), $"The parameter {Notes.Quote(name)} has no value.");
        if (!name.IsEmpty && memory.Take(MemoryBudget.Parameter + length)) all.Add(new PropertyParameter(Names.Name(name).Text, [""]));
        return from + length;
    }

    private int Valued(ReadOnlySpan<byte> line, int from, int length, ImmutableArray<PropertyParameter>.Builder all, LinePlace place)
    {
        string name = Names.Name(line.Slice(from, length).Trim(" \t"u8)).Text;
        int at = from + length;
        string first = Value(line, ref at, place);
        if (at < 0 || line[at] != ',')
        {
            if (memory.Take(MemoryBudget.Parameter + (first.Length * 2))) all.Add(new PropertyParameter(name, [first]));
            return at;
        }
        var values = ImmutableArray.CreateBuilder<string>();
        values.Add(first);
        while (at >= 0 && line[at] == ',')
        {
            string value = Value(line, ref at, place);
            if (!memory.Take(48 + (value.Length * 2))) return -1;
            values.Add(value);
        }
        if (memory.Take(MemoryBudget.Parameter)) all.Add(new PropertyParameter(name, values.ToImmutable()));
        return at;
    }

    /// <summary>One value.</summary>
    /// <param name="at">Of what comes before it; of the comma, semicolon or colon after it when this returns, or -1 for none.</param>
    private string Value(ReadOnlySpan<byte> line, ref int at, LinePlace place)
    {
        int from = at + 1;
        if (from < line.Length && line[from] == '"')
        {
            int length = line[(from + 1)..].IndexOf((byte)'"');
            int after = from + length + 2;
            if (length >= 0 && after < line.Length && line[after] is (byte)',' or (byte)';' or (byte)':')
            {
                at = after;
                return Decoded(line.Slice(from + 1, length));
            }
        }
        return Unquoted(line, from, ref at, place);
    }

    /// <summary>Up to the next separator; quotes that are no quotes are left out.</summary>
    private string Unquoted(ReadOnlySpan<byte> line, int from, ref int at, LinePlace place)
    {
        (int end, bool noted) = (from, false);
        while (true)
        {
            int found = line[end..].IndexOfAny(ValueEnds);
            if (found < 0)
            {
                at = -1;
                return "";
            }
            end += found;
            if (line[end] != '"') break;
            if (!noted) notes.Add(NoteKind.OddQuote, place.At(end), $"Quotation marks that do not enclose a parameter's value; left out.");
            noted = true;
            end++;
        }
        at = end;
        return Decoded(noted ? WithoutQuotes(line[from..end]) : line[from..end]);
    }

    private static byte[] WithoutQuotes(ReadOnlySpan<byte> value)
    {
        var kept = new List<byte>(value.Length);
        foreach (byte octet in value)
        {
            if (octet != '"') kept.Add(octet);
        }
        return [.. kept];
    }

    private string Decoded(ReadOnlySpan<byte> value)
    {
        if (value.IndexOf((byte)'^') < 0) return Names.Value(value);
        var text = new StringBuilder(Encoding.UTF8.GetString(value));
        // The caret itself last, by way of a character that cannot stand in a line.
        return text.Replace("^^", "\0").Replace("^n", "\n").Replace("^'", "\"").Replace('\0', '^').ToString();
    }
}
