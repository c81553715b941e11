using System.Text.RegularExpressions;

namespace Vuosikello.Calendars.TestKit.Linting;

/// <summary>What must and may stand in which component, how often, and with which values.</summary>
internal static partial class ComponentLint
{
    private static readonly string[] OnceInEvent =
        ["UID", "DTSTAMP", "DTSTART", "DTEND", "DURATION", "SEQUENCE", "CREATED", "LAST-MODIFIED", "STATUS", "TRANSP", "SUMMARY", "DESCRIPTION", "LOCATION", "URL", "ORGANIZER", "RRULE", "COLOR", "RECURRENCE-ID", "CLASS", "PRIORITY", "GEO"];

    private static readonly string[] Texts = ["SUMMARY", "DESCRIPTION", "X-ALT-DESC", "LOCATION", "CONTACT", "RELATED-TO", "CATEGORIES", "UID", "NAME", "X-WR-CALNAME", "PRODID", "TZID", "TZNAME"];

    private static readonly string[] Addresses = ["URL", "ORGANIZER", "ATTENDEE", "ATTACH", "IMAGE", "CONFERENCE", "SOURCE"];

    public static void Check(ComponentTree root, Findings findings)
    {
        findings.Unless(root.Name == "VCALENDAR", root.Line, "the outermost component is not VCALENDAR (3.4)");
        Exactly(root, "PRODID", findings);
        Exactly(root, "VERSION", findings);
        findings.Unless(root.One("VERSION")?.Value == "2.0", root.Line, "VERSION is not 2.0 (3.7.4)");
        findings.Unless(!root.All("METHOD").Any(), root.Line, "METHOD in something that is published");
        var zones = new HashSet<string>(StringComparer.Ordinal);
        foreach (var zone in root.Parts.Where(part => part.Name == "VTIMEZONE"))
        {
            Exactly(zone, "TZID", findings);
            findings.Unless(zones.Add(zone.One("TZID")?.Value ?? ""), zone.Line, "a VTIMEZONE twice (3.6.5)");
            CheckZone(zone, findings);
        }
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var e in root.Parts.Where(part => part.Name == "VEVENT"))
        {
            findings.Unless(ids.Add($"{e.One("UID")?.Value} {e.One("RECURRENCE-ID")?.Value}"), e.Line, "a UID twice (3.8.4.7)");
            CheckEvent(e, zones, findings);
            foreach (var alarm in e.Parts) AlarmLint.Check(alarm, findings);
        }
        CheckTexts(root, findings);
    }

    private static void CheckEvent(ComponentTree e, HashSet<string> zones, Findings findings)
    {
        foreach (string name in OnceInEvent) findings.Unless(e.All(name).Count() <= 1, e.Line, $"{name} more than once (3.6.1)");
        foreach (string name in new[] { "UID", "DTSTAMP", "DTSTART" }) Exactly(e, name, findings);
        findings.Unless(e.One("DTEND") is null || e.One("DURATION") is null, e.Line, "DTEND beside DURATION (3.6.1)");
        foreach (string name in new[] { "DTSTAMP", "CREATED", "LAST-MODIFIED" })
        {
            if (e.One(name) is { } stamp) findings.Unless(UtcTime().IsMatch(stamp.Value), stamp.Line, $"{name} is not in UTC (3.8.7)");
        }
        if (e.One("STATUS") is { } status) findings.Unless(status.Value is "TENTATIVE" or "CONFIRMED" or "CANCELLED", status.Line, "an unknown STATUS (3.8.1.11)");
        if (e.One("TRANSP") is { } transp) findings.Unless(transp.Value is "OPAQUE" or "TRANSPARENT", transp.Line, "an unknown TRANSP (3.8.2.7)");
        if (e.One("SEQUENCE") is { } sequence) findings.Unless(int.TryParse(sequence.Value, out int n) && n >= 0, sequence.Line, "SEQUENCE is not a number (3.8.7.4)");
        if (e.One("PRIORITY") is { } priority) findings.Unless(priority.Value is [>= '0' and <= '9'], priority.Line, "PRIORITY is not 0 to 9 (3.8.1.9)");
        if (e.One("CLASS") is { } access) findings.Unless(access.Value is "PUBLIC" or "PRIVATE" or "CONFIDENTIAL", access.Line, "an unknown CLASS (3.8.1.3)");
        if (e.One("GEO") is { } position) findings.Unless(Position().IsMatch(position.Value), position.Line, "GEO is not two numbers (3.8.1.6)");
        foreach (var address in e.Properties.Where(p => Addresses.Contains(p.Name, StringComparer.Ordinal))) CheckAddress(address, findings);
        TimeLint.Check(e, zones, findings);
    }

    internal static void CheckAddress(LintedProperty address, Findings findings) =>
        findings.Unless(System.Text.Ascii.IsValid(address.Value) && Uri.TryCreate(address.Value, UriKind.Absolute, out _), address.Line, $"{address.Name} is not an address (3.3.13)");

    private static void CheckZone(ComponentTree zone, Findings findings)
    {
        findings.Unless(zone.Parts.Count > 0, zone.Line, "a VTIMEZONE without observances (3.6.5)");
        foreach (var part in zone.Parts)
        {
            findings.Unless(part.Name is "STANDARD" or "DAYLIGHT", part.Line, $"{part.Name} in a VTIMEZONE (3.6.5)");
            foreach (string name in new[] { "DTSTART", "TZOFFSETFROM", "TZOFFSETTO" }) Exactly(part, name, findings);
            findings.Unless(part.One("DTSTART") is { } start && LocalTime().IsMatch(start.Value) && start.Parameters.Count == 0, part.Line, "an onset that is not local time (3.6.5)");
            foreach (var offset in part.All("TZOFFSETFROM").Concat(part.All("TZOFFSETTO")))
            {
                findings.Unless(UtcOffset().IsMatch(offset.Value) && offset.Value is not ("-0000" or "-000000"), offset.Line, "not an offset (3.3.14)");
            }
            if (part.One("RRULE") is { } rule) RuleLint.Check(rule, until => UtcTime().IsMatch(until), findings);
        }
    }

    private static void CheckTexts(ComponentTree component, Findings findings)
    {
        foreach (var property in component.Properties.Where(p => Texts.Contains(p.Name, StringComparer.Ordinal)))
        {
            bool list = property.Name == "CATEGORIES";
            findings.Unless((list ? TextList() : Text()).IsMatch(property.Value), property.Line, $"{property.Name} is not escaped (3.3.11)");
        }
        foreach (var part in component.Parts) CheckTexts(part, findings);
    }

    internal static void Exactly(ComponentTree component, string name, Findings findings)
    {
        int count = component.All(name).Count();
        findings.Unless(count == 1, component.Line, $"{name} {count} times in {component.Name}; exactly one is needed (3.6)");
    }

    [GeneratedRegex(@"^\d{8}T([01]\d|2[0-3])[0-5]\d([0-5]\d|60)Z$", RegexOptions.ExplicitCapture, 1000)]
    internal static partial Regex UtcTime();

    [GeneratedRegex(@"^\d{8}T([01]\d|2[0-3])[0-5]\d([0-5]\d|60)$", RegexOptions.ExplicitCapture, 1000)]
    internal static partial Regex LocalTime();

    [GeneratedRegex(@"^[+-]([01]\d|2[0-3])[0-5]\d([0-5]\d)?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex UtcOffset();

    [GeneratedRegex(@"^-?\d{1,2}(\.\d+)?;-?\d{1,3}(\.\d+)?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Position();

    [GeneratedRegex(@"^([^\\;,\n]|\\[\\;,nN])*$", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Text();

    [GeneratedRegex(@"^([^\\;,\n]|\\[\\;,nN])+(,([^\\;,\n]|\\[\\;,nN])+)*$", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex TextList();
}
