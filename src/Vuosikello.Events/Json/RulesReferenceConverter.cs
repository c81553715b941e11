using System.Text.Json;
using System.Text.Json.Serialization;
using Vuosikello.Domain.Agreements;

namespace Vuosikello.Events.Json;

/// <summary><c>{"year":…,"number":…,"hash":…}</c>: the version's parts stand beside the hash, its ordinal as <c>number</c>.</summary>
internal sealed class RulesReferenceConverter : JsonConverter<RulesReference>
{
    public override RulesReference Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        (int? year, int? number, string? hash) = (null, null, null);
        reader.MustBe(JsonTokenType.StartObject);
        while (reader.NextProperty())
        {
            if (reader.ValueTextEquals("year"u8)) year = reader.NextInt32();
            else if (reader.ValueTextEquals("number"u8)) number = reader.NextInt32();
            else if (reader.ValueTextEquals("hash"u8)) hash = reader.NextString();
            else reader.SkipValue();
        }
        return (year, number, hash) is ({ } y, { } n, { } h)
            ? new(new(y, n), h)
            : throw new JsonException("a version of the working rules has a year, a number and a hash");
    }

    public override void Write(Utf8JsonWriter writer, RulesReference value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteNumber("year"u8, value.Version.Year);
        writer.WriteNumber("number"u8, value.Version.Ordinal);
        writer.WriteString("hash"u8, value.Hash);
        writer.WriteEndObject();
    }
}
