using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Vuosikello.Events.Upcasting;

/// <summary>The chain from each older stored name to the newest, one step at a time.</summary>
public static class Upcasters
{
    private static readonly FrozenDictionary<string, IUpcaster> ByName =
        new IUpcaster[] { new ActivityHeldV1(), new PartnerCardV1("partner-joined"), new PartnerCardV1("partner-card-changed") }.ToFrozenDictionary(u => u.From, StringComparer.Ordinal);

    /// <summary>The older stored names that can still be read.</summary>
    public static IReadOnlyCollection<string> OlderNames => ByName.Keys;

    /// <summary>The newest name of an older one and the JSON in its shape; null when the name is not an older one.</summary>
    internal static (string Name, byte[] Json)? Newest(string name, ReadOnlySpan<byte> json)
    {
        if (!ByName.TryGetValue(name, out var upcaster)) return null;
        var shape = JsonNode.Parse(json) as JsonObject ?? throw new JsonException("it is not a JSON object");
        while (upcaster is not null)
        {
            shape = upcaster.Upcast(shape);
            name = upcaster.To;
            upcaster = ByName.GetValueOrDefault(name);
        }
        return (name, JsonSerializer.SerializeToUtf8Bytes(shape));
    }
}
