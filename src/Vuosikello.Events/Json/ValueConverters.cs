using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using Vuosikello.Domain;

namespace Vuosikello.Events.Json;

/// <summary>An enum's names in kebab-case, never its numbers.</summary>
internal sealed class KebabCase : JsonConverterFactory
{
    private readonly JsonStringEnumConverter _names = new(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false);

    public override bool CanConvert(Type typeToConvert) => _names.CanConvert(typeToConvert);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) => _names.CreateConverter(typeToConvert, options);
}

internal sealed class LocalDateConverter : JsonConverter<LocalDate>
{
    public override LocalDate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetLocalDate();
    public override void Write(Utf8JsonWriter writer, LocalDate value, JsonSerializerOptions options) => writer.WriteStringValue(TimeJson.Text(value));
}

internal sealed class InstantConverter : JsonConverter<Instant>
{
    public override Instant Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetInstant();
    public override void Write(Utf8JsonWriter writer, Instant value, JsonSerializerOptions options) => writer.WriteStringValue(TimeJson.Text(value));
}

internal sealed class LocalTimeConverter : JsonConverter<LocalTime>
{
    public override LocalTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetLocalTime();
    public override void Write(Utf8JsonWriter writer, LocalTime value, JsonSerializerOptions options) => writer.WriteStringValue(TimeJson.Text(value));
}

/// <summary><c>{"fi":…,"sv":…,"en":…}</c> without the languages in which there is no text.</summary>
internal sealed class LocalTextConverter : JsonConverter<LocalText>
{
    public override LocalText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        string? fi = null, sv = null, en = null;
        reader.MustBe(JsonTokenType.StartObject);
        while (reader.NextProperty())
        {
            if (reader.ValueTextEquals("fi"u8)) fi = reader.NextString();
            else if (reader.ValueTextEquals("sv"u8)) sv = reader.NextString();
            else if (reader.ValueTextEquals("en"u8)) en = reader.NextString();
            else reader.SkipValue();
        }
        return new LocalText(fi, sv, en);
    }

    public override void Write(Utf8JsonWriter writer, LocalText value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        if (value.Fi is not null) writer.WriteString("fi"u8, value.Fi);
        if (value.Sv is not null) writer.WriteString("sv"u8, value.Sv);
        if (value.En is not null) writer.WriteString("en"u8, value.En);
        writer.WriteEndObject();
    }
}

/// <summary>Lists of anything: each element's type has to be in <see cref="EventJson"/>.</summary>
internal sealed class ValueLists : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(ValueList<>);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(ValueListConverter<>).MakeGenericType(typeToConvert.GenericTypeArguments))!;
}

/// <summary>A list as a JSON array.</summary>
internal sealed class ValueListConverter<T> : JsonConverter<ValueList<T>>
{
    public override ValueList<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        reader.MustBe(JsonTokenType.StartArray);
        reader.Read();
        if (reader.TokenType == JsonTokenType.EndArray) return [];
        var item = (JsonConverter<T>)options.GetConverter(typeof(T));
        var items = new List<T>(4);
        while (reader.TokenType != JsonTokenType.EndArray)
        {
            items.Add(item.Read(ref reader, typeof(T), options) ?? throw new JsonException("a list holds null"));
            reader.Read();
        }
        return ValueList.Create<T>(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(items));
    }

    public override void Write(Utf8JsonWriter writer, ValueList<T> value, JsonSerializerOptions options)
    {
        var item = (JsonConverter<T>)options.GetConverter(typeof(T));
        writer.WriteStartArray();
        foreach (var each in value.AsSpan()) item.Write(writer, each, options);
        writer.WriteEndArray();
    }
}
