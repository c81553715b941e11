using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using Vuosikello.Domain.Activities;

namespace Vuosikello.Events.Json;

/// <summary><c>{"kind":"on","date":…}</c> or <c>{"kind":"before","days":…}</c>.</summary>
internal sealed class RegistrationDeadlineConverter : JsonConverter<RegistrationDeadline>
{
    public override RegistrationDeadline Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        string? kind = null;
        LocalDate? date = null;
        int? days = null;
        reader.MustBe(JsonTokenType.StartObject);
        while (reader.NextProperty())
        {
            if (reader.ValueTextEquals("kind"u8)) kind = reader.NextString();
            else if (reader.ValueTextEquals("days"u8)) days = reader.NextInt32();
            else if (reader.ValueTextEquals("date"u8))
            {
                reader.Read();
                date = reader.GetLocalDate();
            }
            else reader.SkipValue();
        }
        return (kind, date, days) switch
        {
            ("on", { } on, _) => new RegistrationDeadline.On(on),
            ("before", _, { } before) => new RegistrationDeadline.Before(before),
            _ => throw new JsonException($"a registration deadline of kind '{kind}' is not known or not whole"),
        };
    }

    public override void Write(Utf8JsonWriter writer, RegistrationDeadline value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        switch (value)
        {
            case RegistrationDeadline.On on:
                writer.WriteString("kind"u8, "on"u8);
                writer.WriteString("date"u8, TimeJson.Text(on.Date));
                break;
            case RegistrationDeadline.Before before:
                writer.WriteString("kind"u8, "before"u8);
                writer.WriteNumber("days"u8, before.Days);
                break;
        }
        writer.WriteEndObject();
    }
}
