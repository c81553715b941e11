using System.Buffers;
using System.Text.Json;
using Vuosikello.Calendars.Reading;

namespace Vuosikello.Calendars.JCal;

/// <summary>Writes calendars as JSON (RFC 7265). A value that is not of its property's type is written as it stands, its type <c>unknown</c> (section 5).</summary>
public static class JCalWriter
{
    /// <summary>Writes a calendar with the time zones that its events need.</summary>
    /// <exception cref="InvalidCalendarException">Something in it cannot stand in a calendar; nothing was written.</exception>
    public static void Write(Calendar calendar, Utf8JsonWriter json)
    {
        // By way of its octets, so that both forms say the same.
        var octets = new ArrayBufferWriter<byte>();
        CalendarWriter.Write(calendar, octets);
        var limits = new ReadOptions { MaxOctets = long.MaxValue, MaxLineOctets = int.MaxValue, MaxComponents = int.MaxValue, MaxMemory = long.MaxValue };
        Write(CalendarReader.Parse(octets.WrittenSpan, limits).Document.Calendars[0], json);
    }

    /// <summary>Writes a component that was read, with those in it.</summary>
    /// <param name="component">Usually a VCALENDAR.</param>
    /// <param name="json">Where an array is written.</param>
    public static void Write(CalendarComponent component, Utf8JsonWriter json)
    {
        json.WriteStartArray();
        json.WriteStringValue(component.Name.ToLowerInvariant());
        json.WriteStartArray();
        foreach (var property in component.Properties) Write(property, json);
        json.WriteEndArray();
        json.WriteStartArray();
        foreach (var part in component.Components) Write(part, json);
        json.WriteEndArray();
        json.WriteEndArray();
    }

    private static void Write(CalendarProperty property, Utf8JsonWriter json)
    {
        string type = JCalTypes.Of(property);
        if (!JCalValues.Fit(property, type)) type = JCalTypes.Unknown;
        json.WriteStartArray();
        json.WriteStringValue(property.Name.ToLowerInvariant());
        WriteParameters(property, json);
        json.WriteStringValue(type);
        JCalValues.Write(property, type, json);
        json.WriteEndArray();
    }

    /// <summary>VALUE is said by the type (RFC 7265 section 3.5.1); of a parameter that is there twice, the first counts, for an object has each name once.</summary>
    private static void WriteParameters(CalendarProperty property, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        for (int i = 0; i < property.Parameters.Length; i++)
        {
            var (name, values) = property.Parameters[i];
            if (name == "VALUE" || property.Parameters.Take(i).Any(p => p.Name == name)) continue;
            json.WritePropertyName(name.ToLowerInvariant());
            if (values.Length == 1) json.WriteStringValue(values[0]);
            else
            {
                json.WriteStartArray();
                foreach (string value in values) json.WriteStringValue(value);
                json.WriteEndArray();
            }
        }
        json.WriteEndObject();
    }
}
