using System.Text.Json;

namespace Vuosikello.Events.Json;

/// <summary>The few steps that the hand-written readers share.</summary>
internal static class ReaderExtensions
{
    public static void MustBe(this ref Utf8JsonReader reader, JsonTokenType token)
    {
        if (reader.TokenType != token) throw new JsonException($"{token} was expected, not {reader.TokenType}");
    }

    /// <summary>Moves to the object's next property name; false at its end.</summary>
    public static bool NextProperty(this ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.TokenType == JsonTokenType.PropertyName;
    }

    public static string? NextString(this ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.GetString();
    }

    public static int NextInt32(this ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.GetInt32();
    }

    public static void SkipValue(this ref Utf8JsonReader reader)
    {
        reader.Read();
        reader.Skip();
    }
}
