using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using Vuosikello.Domain;
using Vuosikello.Domain.Activities;

namespace Vuosikello.Events.Json;

/// <summary>
/// A time by its kind: <c>exact</c> (start, end, zone), <c>days</c> and <c>months</c> (first, last), <c>recurring</c> (of: the
/// first occurrence, rule, exceptions). Hand-written because most events of a log carry one.
/// </summary>
internal sealed class ActivityTimeConverter : JsonConverter<ActivityTime>
{
    public override ActivityTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        reader.MustBe(JsonTokenType.StartObject);
        if (!reader.NextProperty() || !reader.ValueTextEquals("kind"u8)) throw new JsonException("a time begins with its kind");
        return reader.NextString() switch
        {
            "exact" => ReadExact(ref reader),
            "days" => ReadDays(ref reader),
            "months" => ReadMonths(ref reader),
            "recurring" => ReadRecurring(ref reader, options),
            var kind => throw new JsonException($"a time of kind '{kind}' is not known"),
        };
    }

    private static ActivityTime.Exact ReadExact(ref Utf8JsonReader reader)
    {
        LocalDateTime? start = null, end = null;
        string? zone = null;
        while (reader.NextProperty())
        {
            if (reader.ValueTextEquals("start"u8)) start = NextLocalDateTime(ref reader);
            else if (reader.ValueTextEquals("end"u8)) end = NextLocalDateTime(ref reader);
            else if (reader.ValueTextEquals("zone"u8)) zone = NextZone(ref reader);
            else reader.SkipValue();
        }
        return start is { } s && end is { } e && zone is not null ? new ActivityTime.Exact(s, e, zone) : throw NotWhole("exact");
    }

    private static ActivityTime.Days ReadDays(ref Utf8JsonReader reader)
    {
        LocalDate? first = null, last = null;
        while (reader.NextProperty())
        {
            if (reader.ValueTextEquals("first"u8)) first = NextLocalDate(ref reader);
            else if (reader.ValueTextEquals("last"u8)) last = NextLocalDate(ref reader);
            else reader.SkipValue();
        }
        return first is { } f && last is { } l ? new ActivityTime.Days(f, l) : throw NotWhole("days");
    }

    private static ActivityTime.Months ReadMonths(ref Utf8JsonReader reader)
    {
        YearMonth? first = null, last = null;
        while (reader.NextProperty())
        {
            if (reader.ValueTextEquals("first"u8)) first = NextYearMonth(ref reader);
            else if (reader.ValueTextEquals("last"u8)) last = NextYearMonth(ref reader);
            else reader.SkipValue();
        }
        return first is { } f && last is { } l ? new ActivityTime.Months(f, l) : throw NotWhole("months");
    }

    private ActivityTime.Recurring ReadRecurring(ref Utf8JsonReader reader, JsonSerializerOptions options)
    {
        ActivityTime? first = null;
        Recurrence? rule = null;
        var exceptions = new List<LocalDate>();
        while (reader.NextProperty())
        {
            if (reader.ValueTextEquals("of"u8))
            {
                reader.Read();
                first = Read(ref reader, typeof(ActivityTime), options);
            }
            else if (reader.ValueTextEquals("rule"u8))
            {
                reader.Read();
                rule = RecurrenceJson.Read(ref reader);
            }
            else if (reader.ValueTextEquals("exceptions"u8))
            {
                reader.Read();
                reader.MustBe(JsonTokenType.StartArray);
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) exceptions.Add(reader.GetLocalDate());
            }
            else reader.SkipValue();
        }
        return first is not null && rule is not null ? new ActivityTime.Recurring(first, rule, exceptions.ToValueList()) : throw NotWhole("recurring");
    }

    public override void Write(Utf8JsonWriter writer, ActivityTime value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        switch (value)
        {
            case ActivityTime.Exact exact:
                writer.WriteString("kind"u8, "exact"u8);
                writer.WriteString("start"u8, TimeJson.Text(exact.Start));
                writer.WriteString("end"u8, TimeJson.Text(exact.End));
                writer.WriteString("zone"u8, exact.Zone);
                break;
            case ActivityTime.Days days:
                writer.WriteString("kind"u8, "days"u8);
                writer.WriteString("first"u8, TimeJson.Text(days.First));
                writer.WriteString("last"u8, TimeJson.Text(days.Last));
                break;
            case ActivityTime.Months months:
                writer.WriteString("kind"u8, "months"u8);
                writer.WriteString("first"u8, TimeJson.Text(months.First));
                writer.WriteString("last"u8, TimeJson.Text(months.Last));
                break;
            case ActivityTime.Recurring recurring:
                writer.WriteString("kind"u8, "recurring"u8);
                writer.WritePropertyName("of"u8);
                Write(writer, recurring.First, options);
                writer.WritePropertyName("rule"u8);
                RecurrenceJson.Write(writer, recurring.Rule);
                writer.WriteStartArray("exceptions"u8);
                foreach (var exception in recurring.Exceptions) writer.WriteStringValue(TimeJson.Text(exception));
                writer.WriteEndArray();
                break;
        }
        writer.WriteEndObject();
    }

    private static LocalDateTime NextLocalDateTime(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.GetLocalDateTime();
    }

    private static LocalDate NextLocalDate(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.GetLocalDate();
    }

    private static YearMonth NextYearMonth(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.GetYearMonth();
    }

    // Nearly every event has this zone: one string for all of them.
    private static string? NextZone(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.ValueTextEquals(Zones.Helsinki) ? Zones.Helsinki : reader.GetString();
    }

    private static JsonException NotWhole(string kind) => new($"a time of kind '{kind}' is not whole");
}
