using System.Text;
using System.Text.Json;

namespace Vuosikello.Events.Json;

/// <summary>
/// Reads short names. A log says the same few again and again, and the views keep them: one string for each, found without
/// making another. What two names contend for, the later one gets; nobody sees more of it than a string of its own.
/// </summary>
internal static class ShortNames
{
    private static readonly string?[] Kept = new string?[2048];

    public static string? GetShortName(this ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.String || reader.HasValueSequence || reader.ValueIsEscaped) return reader.GetString();
        var utf8 = reader.ValueSpan;
        ref string? place = ref Kept[Place(utf8)];
        string? kept = Volatile.Read(ref place);
        if (kept is not null && Ascii.Equals(utf8, kept)) return kept;
        string? name = reader.GetString();
        Volatile.Write(ref place, name);
        return name;
    }

    private static int Place(ReadOnlySpan<byte> utf8)
    {
        uint hash = 2166136261;
        foreach (byte b in utf8) hash = (hash ^ b) * 16777619;
        return (int)(hash % (uint)Kept.Length);
    }
}
