using System.Buffers;
using System.Collections.Immutable;
using System.Text;

namespace Vuosikello.Calendars.Reading;

/// <summary>TEXT values (RFC 5545 section 3.3.11) back from their escapes. A backslash before anything that is not escaped so stays.</summary>
internal static class EscapedText
{
    public static string Undo(ReadOnlySpan<byte> value)
    {
        if (value.IndexOf((byte)'\\') < 0) return Encoding.UTF8.GetString(value);
        byte[] rented = ArrayPool<byte>.Shared.Rent(value.Length);
        int length = 0;
        while (true)
        {
            int at = value.IndexOf((byte)'\\');
            var plain = at < 0 ? value : value[..at];
            plain.CopyTo(rented.AsSpan(length));
            length += plain.Length;
            if (at < 0) break;
            byte? meant = at + 1 < value.Length ? Meant(value[at + 1]) : null;
            rented[length++] = meant ?? (byte)'\\';
            value = value[(at + (meant is null ? 1 : 2))..];
        }
        string text = Encoding.UTF8.GetString(rented, 0, length);
        ArrayPool<byte>.Shared.Return(rented);
        return text;
    }

    public static ImmutableArray<string> UndoList(ReadOnlySpan<byte> value)
    {
        var texts = ImmutableArray.CreateBuilder<string>(1);
        int end;
        do
        {
            end = Separator(value, (byte)',');
            texts.Add(Undo(end < 0 ? value : value[..end]));
            value = value[(end + 1)..];
        }
        while (end >= 0);
        return texts.ToImmutable();
    }

    /// <summary>The index of the first separator that is not escaped; -1 for none.</summary>
    public static int Separator(ReadOnlySpan<byte> value, byte separator) => Separator(value, separator, separator);

    /// <summary>The index of the first of two separators that is not escaped; -1 for none.</summary>
    public static int Separator(ReadOnlySpan<byte> value, byte one, byte other)
    {
        for (int from = 0; from < value.Length;)
        {
            int found = value[from..].IndexOfAny(one, other, (byte)'\\');
            if (found < 0) return -1;
            if (value[from + found] != '\\') return from + found;
            from += found + 2;
        }
        return -1;
    }

    /// <summary>The index of the first backslash that escapes nothing; -1 for none.</summary>
    public static int OddEscape(ReadOnlySpan<byte> value)
    {
        for (int from = 0; from < value.Length;)
        {
            int found = value[from..].IndexOf((byte)'\\');
            if (found < 0) return -1;
            if (from + found + 1 >= value.Length || Meant(value[from + found + 1]) is null) return from + found;
            from += found + 2;
        }
        return -1;
    }

    private static byte? Meant(byte escaped) => escaped switch
    {
        (byte)'n' or (byte)'N' => (byte)'\n',
        (byte)'\\' or (byte)';' or (byte)',' => escaped,
        _ => null,
    };
}
