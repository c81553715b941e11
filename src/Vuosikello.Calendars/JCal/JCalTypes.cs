using System.Collections.Frozen;
using Vuosikello.Calendars.Reading;

namespace Vuosikello.Calendars.JCal;

/// <summary>Types of values: what VALUE says, or else what the property's is by default (RFC 5545 section 8.3.2, RFC 7986, RFC 9073, RFC 9074).</summary>
internal static class JCalTypes
{
    public const string Unknown = "unknown";

    private static readonly FrozenDictionary<string, string> Defaults = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["date-time"] = ["DTSTART", "DTEND", "DTSTAMP", "CREATED", "LAST-MODIFIED", "COMPLETED", "DUE", "RDATE", "EXDATE", "RECURRENCE-ID", "ACKNOWLEDGED"],
        ["duration"] = ["DURATION", "TRIGGER", "REFRESH-INTERVAL"],
        ["uri"] = ["URL", "TZURL", "ATTACH", "SOURCE", "IMAGE", "CONFERENCE"],
        ["cal-address"] = ["ORGANIZER", "ATTENDEE"],
        ["integer"] = ["PRIORITY", "SEQUENCE", "REPEAT", "PERCENT-COMPLETE"],
        ["float"] = ["GEO"],
        ["recur"] = ["RRULE", "EXRULE"],
        ["utc-offset"] = ["TZOFFSETFROM", "TZOFFSETTO"],
        ["period"] = ["FREEBUSY"],
        ["text"] =
        [
            "CALSCALE", "METHOD", "PRODID", "VERSION", "CATEGORIES", "CLASS", "COMMENT", "DESCRIPTION", "LOCATION", "RESOURCES", "STATUS", "SUMMARY", "TRANSP", "TZID",
            "TZNAME", "CONTACT", "RELATED-TO", "UID", "ACTION", "REQUEST-STATUS", "NAME", "COLOR",
        ],
    }.SelectMany(pair => pair.Value.Select(name => (name, pair.Key))).ToFrozenDictionary(pair => pair.name, pair => pair.Key, StringComparer.Ordinal);

    public static string Of(CalendarProperty property) =>
        property.Parameter("VALUE") is { Length: > 0 } said ? said.ToLowerInvariant() : Defaults.GetValueOrDefault(property.Name, Unknown);

    /// <summary>Values with commas between them (RFC 7265 section 3.4.1.1).</summary>
    public static bool IsList(string name) => name is "CATEGORIES" or "RESOURCES" or "RDATE" or "EXDATE" or "FREEBUSY";

    /// <summary>Values with semicolons between their parts (RFC 7265 section 3.4.1.2).</summary>
    public static bool IsStructured(string name) => name is "GEO" or "REQUEST-STATUS";
}
