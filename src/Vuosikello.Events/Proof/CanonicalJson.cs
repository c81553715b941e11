using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Vuosikello.Events.Proof;

/// <summary>
/// One form for JSON that says the same (RFC 8785): no space, properties in the order of their names' UTF-16, the fewest escapes. Of
/// numbers only whole ones that every program reads exactly, up to 2^53 - 1; events have no others.
/// </summary>
public static class CanonicalJson
{
    private const long LargestExact = (1L << 53) - 1;

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>The canonical form of a JSON text.</summary>
    /// <exception cref="NotCanonicalException">It is not JSON, or has what has no canonical form.</exception>
    public static byte[] Of(ReadOnlyMemory<byte> json)
    {
        var to = new ArrayBufferWriter<byte>();
        Write(json, to);
        return to.WrittenSpan.ToArray();
    }

    /// <inheritdoc cref="Of"/>
    /// <param name="without">A property of the outermost object that is left out.</param>
    internal static void Write(ReadOnlyMemory<byte> json, IBufferWriter<byte> to, string? without = null)
    {
        if (!Utf8.IsValid(json.Span)) throw new NotCanonicalException("it is not UTF-8");
        try
        {
            using var document = JsonDocument.Parse(json, Strict);
            if (without is not null && document.RootElement.ValueKind != JsonValueKind.Object) throw new NotCanonicalException("it is not an object");
            Write(document.RootElement, to, without);
        }
        catch (JsonException problem)
        {
            throw new NotCanonicalException("it is not JSON", problem);
        }
        catch (InvalidOperationException problem)
        {
            throw new NotCanonicalException("a text in it has half of a surrogate pair", problem);
        }
    }

    private static void Write(JsonElement value, IBufferWriter<byte> to, string? without = null)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object: WriteObject(value, to, without); break;
            case JsonValueKind.Array: WriteArray(value, to); break;
            case JsonValueKind.String: WriteString(value, to); break;
            case JsonValueKind.Number: WriteNumber(value, to); break;
            default: to.Write(JsonMarshal.GetRawUtf8Value(value)); break;
        }
    }

    private static void WriteObject(JsonElement value, IBufferWriter<byte> to, string? without)
    {
        var properties = new JsonProperty[value.GetPropertyCount()];
        string[] names = new string[properties.Length];
        int count = 0;
        foreach (var property in value.EnumerateObject())
        {
            string name = property.Name;
            if (name == without) continue;
            (names[count], properties[count]) = (name, property);
            count++;
        }
        Array.Sort(names, properties, 0, count, StringComparer.Ordinal);

        to.Write("{"u8);
        for (int i = 0; i < count; i++)
        {
            if (i > 0) to.Write(","u8);
            WriteString(names[i], to);
            to.Write(":"u8);
            Write(properties[i].Value, to);
        }
        to.Write("}"u8);
    }

    private static void WriteArray(JsonElement value, IBufferWriter<byte> to)
    {
        bool first = true;
        to.Write("["u8);
        foreach (var item in value.EnumerateArray())
        {
            if (!first) to.Write(","u8);
            first = false;
            Write(item, to);
        }
        to.Write("]"u8);
    }

    private static void WriteNumber(JsonElement value, IBufferWriter<byte> to)
    {
        var raw = JsonMarshal.GetRawUtf8Value(value);
        if (!value.TryGetInt64(out long number) || number is < -LargestExact or > LargestExact || raw.SequenceEqual("-0"u8))
            throw new NotCanonicalException($"the number {Encoding.UTF8.GetString(raw)} is not a whole one that every program reads exactly");
        to.Write(raw);
    }

    private static void WriteString(JsonElement value, IBufferWriter<byte> to)
    {
        var raw = JsonMarshal.GetRawUtf8Value(value);
        // Without a backslash it has nothing that must be escaped: JSON allows no bare quotes or control characters.
        if (!raw.Contains((byte)'\\')) to.Write(raw);
        else WriteString(value.GetString()!, to);
    }

    internal static void WriteString(string text, IBufferWriter<byte> to)
    {
        to.Write("\""u8);
        var rest = text.AsSpan();
        while (rest.IndexOfAny(MustBeEscaped) is var at && at >= 0)
        {
            Encoding.UTF8.GetBytes(rest[..at], to);
            WriteEscaped(rest[at], to);
            rest = rest[(at + 1)..];
        }
        Encoding.UTF8.GetBytes(rest, to);
        to.Write("\""u8);
    }

    private static readonly SearchValues<char> MustBeEscaped = SearchValues.Create([.. Enumerable.Range(0, 0x20).Select(c => (char)c), '"', '\\']);

    private static void WriteEscaped(char c, IBufferWriter<byte> to) => to.Write(c switch
    {
        '"' => "\\\""u8,
        '\\' => "\\\\"u8,
        '\b' => "\\b"u8,
        '\t' => "\\t"u8,
        '\n' => "\\n"u8,
        '\f' => "\\f"u8,
        '\r' => "\\r"u8,
        _ => Encoding.ASCII.GetBytes($"\\u{(int)c:x4}"),
    });
}

/// <summary>A JSON text has no canonical form, so that no hash can stand for what it says.</summary>
public sealed class NotCanonicalException(string reason, Exception? inner = null) : Exception($"The JSON has no canonical form: {reason}.", inner);
