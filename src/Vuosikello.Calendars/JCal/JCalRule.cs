using System.Globalization;
using System.Text.Json;
using Vuosikello.Calendars.Recurrence;

namespace Vuosikello.Calendars.JCal;

/// <summary>A RECUR value as an object, its parts in the order of the file (RFC 7265 section 3.6.10).</summary>
internal sealed class JCalRule
{
    private readonly List<(string Name, string[] Values)> _parts = [];

    private JCalRule() { }

    /// <summary>Null for what RFC 5545 does not take for a rule.</summary>
    public static JCalRule? Of(string value)
    {
        if (!RuleText.TryParse(System.Text.Encoding.UTF8.GetBytes(value), out _, out _)) return null;
        var rule = new JCalRule();
        foreach (string part in value.Split(';'))
        {
            string[] pair = part.Split('=');
            rule._parts.Add((pair[0].ToLowerInvariant(), pair[1].ToUpperInvariant().Split(',')));
        }
        return rule;
    }

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        foreach (var (name, values) in _parts)
        {
            json.WritePropertyName(name);
            if (values.Length == 1) WriteOne(name, values[0], json);
            else
            {
                json.WriteStartArray();
                foreach (string value in values) WriteOne(name, value, json);
                json.WriteEndArray();
            }
        }
        json.WriteEndObject();
    }

    private static void WriteOne(string name, string value, Utf8JsonWriter json)
    {
        switch (name)
        {
            case "freq" or "byday" or "wkst": json.WriteStringValue(value); break;
            case "until": json.WriteStringValue(JCalTimes.Of(value) ?? value); break;
            default:
                if (int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number)) json.WriteNumberValue(number);
                else json.WriteStringValue(value);
                break;
        }
    }
}
