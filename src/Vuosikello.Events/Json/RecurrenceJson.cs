using System.Text.Json;
using NodaTime;
using Vuosikello.Domain;
using Vuosikello.Domain.Activities;

namespace Vuosikello.Events.Json;

/// <summary>The rule of a recurring time.</summary>
internal static class RecurrenceJson
{
    public static Recurrence Read(ref Utf8JsonReader reader)
    {
        Frequency? frequency = null;
        LocalDate? until = null;
        int? interval = null, monthDay = null, monthWeek = null;
        IsoDayOfWeek? monthWeekday = null;
        var weekdays = new List<IsoDayOfWeek>();
        reader.MustBe(JsonTokenType.StartObject);
        while (reader.NextProperty())
        {
            if (reader.ValueTextEquals("frequency"u8)) frequency = Named<Frequency>(reader.NextString());
            else if (reader.ValueTextEquals("interval"u8)) interval = reader.NextInt32();
            else if (reader.ValueTextEquals("monthDay"u8)) monthDay = reader.NextInt32();
            else if (reader.ValueTextEquals("monthWeek"u8)) monthWeek = reader.NextInt32();
            else if (reader.ValueTextEquals("monthWeekday"u8)) monthWeekday = Named<IsoDayOfWeek>(reader.NextString());
            else if (reader.ValueTextEquals("until"u8))
            {
                reader.Read();
                until = reader.GetLocalDate();
            }
            else if (reader.ValueTextEquals("weekdays"u8))
            {
                reader.Read();
                reader.MustBe(JsonTokenType.StartArray);
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) weekdays.Add(Named<IsoDayOfWeek>(reader.GetString()));
            }
            else reader.SkipValue();
        }
        return frequency is { } f && interval is { } i && until is { } u
            ? new Recurrence(f, i, u, weekdays.ToValueList(), monthDay, monthWeek, monthWeekday)
            : throw new JsonException("a recurrence is not whole");
    }

    public static void Write(Utf8JsonWriter writer, Recurrence value)
    {
        writer.WriteStartObject();
        writer.WriteString("frequency"u8, Name(value.Frequency));
        writer.WriteNumber("interval"u8, value.Interval);
        writer.WriteString("until"u8, TimeJson.Text(value.Until));
        writer.WriteStartArray("weekdays"u8);
        foreach (var day in value.Weekdays) writer.WriteStringValue(Name(day));
        writer.WriteEndArray();
        if (value.MonthDay is { } monthDay) writer.WriteNumber("monthDay"u8, monthDay);
        if (value.MonthWeek is { } week) writer.WriteNumber("monthWeek"u8, week);
        if (value.MonthWeekday is { } weekday) writer.WriteString("monthWeekday"u8, Name(weekday));
        writer.WriteEndObject();
    }

    private static string Name<T>(T value) where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    private static T Named<T>(string? name) where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
            if (Name(value) == name) return value;
        throw new JsonException($"'{name}' is none of {string.Join(", ", Enum.GetNames<T>())}");
    }
}
