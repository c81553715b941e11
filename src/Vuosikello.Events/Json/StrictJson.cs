using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;

namespace Vuosikello.Events.Json;

/// <summary>What the generated <see cref="EventJson"/> cannot be told: the encoder, and which properties must be there.</summary>
internal static class StrictJson
{
    private static readonly JsonSerializerOptions Options = new(EventJson.Default.Options)
    {
        // Letters stay readable; what could end a script or an attribute is still escaped.
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        TypeInfoResolver = EventJson.Default.WithAddedModifier(RequireWhatIsNotNullable),
    };

    public static JsonTypeInfo Of<T>(JsonTypeInfo<T> generated) => Options.GetTypeInfo(generated.Type);

    private static void RequireWhatIsNotNullable(JsonTypeInfo type)
    {
        if (type.Kind != JsonTypeInfoKind.Object) return;
        foreach (var property in type.Properties)
            property.IsRequired = property.AssociatedParameter is { IsNullable: false };
    }
}
