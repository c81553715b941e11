using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using Vuosikello.Calendars.Reading;

namespace Vuosikello.Calendars.JCal;

/// <summary>Values in JSON (RFC 7265 section 3.6).</summary>
internal static class JCalValues
{
    /// <summary>Tells whether all values are of the type.</summary>
    public static bool Fit(CalendarProperty property, string type)
    {
        if (JCalTypes.IsStructured(property.Name) && type == "float") return property.Value.Split(';') is { Length: 2 } parts && parts.All(p => Number(p) is not null);
        foreach (string value in Values(property, type))
        {
            bool fits = type switch
            {
                "date" or "date-time" => JCalTimes.Of(value) is { } time && time.Contains('T', StringComparison.Ordinal) == (type == "date-time"),
                "period" => Period(value) is not null,
                "utc-offset" => JCalTimes.Offset(value) is not null,
                "integer" => int.TryParse(value, System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out _),
                "float" => Number(value) is not null,
                "boolean" => value.ToUpperInvariant() is "TRUE" or "FALSE",
                "recur" => JCalRule.Of(value) is not null,
                _ => true,
            };
            if (!fits) return false;
        }
        return true;
    }

    public static void Write(CalendarProperty property, string type, Utf8JsonWriter json)
    {
        if (JCalTypes.IsStructured(property.Name) && type is ("float" or "text"))
        {
            json.WriteStartArray();
            foreach (string part in Parts(property)) WriteOne(part, type, json);
            json.WriteEndArray();
            return;
        }
        foreach (string value in Values(property, type)) WriteOne(value, type, json);
    }

    private static IEnumerable<string> Values(CalendarProperty property, string type)
    {
        bool list = JCalTypes.IsList(property.Name) && type != JCalTypes.Unknown;
        if (type == "text") return list ? property.Texts : [property.Text];
        return list ? property.Value.Split(',') : [property.Value];
    }

    private static List<string> Parts(CalendarProperty property)
    {
        var parts = new List<string>();
        var left = property.Octets;
        for (int end = EscapedText.Separator(left, (byte)';'); end >= 0; end = EscapedText.Separator(left, (byte)';'))
        {
            parts.Add(EscapedText.Undo(left[..end]));
            left = left[(end + 1)..];
        }
        parts.Add(EscapedText.Undo(left));
        return parts;
    }

    private static void WriteOne(string value, string type, Utf8JsonWriter json)
    {
        switch (type)
        {
            case "date" or "date-time": json.WriteStringValue(JCalTimes.Of(value)); break;
            case "utc-offset": json.WriteStringValue(JCalTimes.Offset(value)); break;
            case "integer": json.WriteNumberValue(int.Parse(value, System.Globalization.CultureInfo.InvariantCulture)); break;
            case "float": json.WriteNumberValue(Number(value)!.Value); break;
            case "boolean": json.WriteBooleanValue(value.Equals("TRUE", StringComparison.OrdinalIgnoreCase)); break;
            case "recur": JCalRule.Of(value)!.Write(json); break;
            case "period":
                var (start, end) = Period(value)!.Value;
                json.WriteStartArray();
                json.WriteStringValue(start);
                json.WriteStringValue(end);
                json.WriteEndArray();
                break;
            default: json.WriteStringValue(value); break;
        }
    }

    private static (string Start, string End)? Period(string value)
    {
        int slash = value.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0 || JCalTimes.Of(value[..slash]) is not { } start) return null;
        string end = value[(slash + 1)..];
        return JCalTimes.Of(end) is { } time ? (start, time) : LengthForm.Parse(Encoding.UTF8.GetBytes(end)) is not null ? (start, end) : null;
    }

    private static double? Number(string value) =>
        Utf8Parser.TryParse(Encoding.UTF8.GetBytes(value.Trim()), out double number, out int used) && used == value.Trim().Length && double.IsFinite(number) ? number : null;
}
