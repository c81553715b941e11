using System.Text.Json;
using System.Text.Json.Serialization;
using Vuosikello.Domain.Partnerships;

namespace Vuosikello.Events.Json;

/// <summary>A business id as it is kept: <c>0112038-9</c>.</summary>
internal sealed class BusinessIdConverter : JsonConverter<BusinessId>
{
    public override BusinessId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetString() ?? throw new JsonException());
    public override void Write(Utf8JsonWriter writer, BusinessId value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}

/// <summary>A register number as it is kept: its digits alone.</summary>
internal sealed class RegisterNumberConverter : JsonConverter<RegisterNumber>
{
    public override RegisterNumber Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetString() ?? throw new JsonException());
    public override void Write(Utf8JsonWriter writer, RegisterNumber value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}
