using System.Globalization;

namespace Vuosikello.Calendars.TestKit.Linting;

/// <summary>Starts, ends, exceptions and rules of an event, which have to agree in kind (RFC 5545 sections 3.8.2, 3.8.5).</summary>
internal static class TimeLint
{
    private enum Kind
    {
        Wrong,
        Date,
        Utc,
        Zoned,
    }

    public static void Check(ComponentTree e, HashSet<string> zones, Findings findings)
    {
        if (e.One("DTSTART") is not { } start) return;
        var kind = KindOf(start, zones, findings);
        if (e.One("DTEND") is { } end)
        {
            findings.Unless(KindOf(end, zones, findings) == kind, end.Line, "DTEND is of another kind than DTSTART (3.6.1)");
            bool comparable = start.Parameter("TZID") == end.Parameter("TZID");
            findings.Unless(!comparable || string.CompareOrdinal(end.Value, start.Value) > 0, end.Line, "DTEND is not later than DTSTART (3.8.2.2)");
        }
        foreach (var date in e.All("EXDATE").Concat(e.All("RDATE")).SelectMany(Values))
        {
            findings.Unless(KindOf(date, zones, findings) == kind, date.Line, $"{date.Name} is of another kind than DTSTART (3.8.5)");
        }
        findings.Unless(e.One("RRULE") is not null || e.All("RDATE").Any() || !e.All("EXDATE").Any(), start.Line, "EXDATE without RRULE");
        if (e.One("RECURRENCE-ID") is { } id)
        {
            KindOf(id, zones, findings);
            findings.Unless(e.One("RRULE") is null, id.Line, "an override that recurs itself (3.8.4.4)");
        }
        if (e.One("RRULE") is { } rule)
        {
            RuleLint.Check(rule, until => kind == Kind.Date ? IsDate(until) : ComponentLint.UtcTime().IsMatch(until), findings);
        }
    }

    private static IEnumerable<LintedProperty> Values(LintedProperty property) => property.Value.Split(',').Select(value => property with { Value = value });

    private static Kind KindOf(LintedProperty property, HashSet<string> zones, Findings findings)
    {
        if (property.Parameter("VALUE") == "DATE")
        {
            findings.Unless(IsDate(property.Value), property.Line, $"{property.Value} is not a DATE (3.3.4)");
            findings.Unless(property.Parameter("TZID") is null, property.Line, "a DATE with a TZID (3.2.19)");
            return Kind.Date;
        }
        if (ComponentLint.UtcTime().IsMatch(property.Value))
        {
            findings.Unless(property.Parameter("TZID") is null, property.Line, "UTC with a TZID (3.2.19)");
            return Kind.Utc;
        }
        findings.Unless(ComponentLint.LocalTime().IsMatch(property.Value) && IsDate(property.Value[..8]), property.Line, $"{property.Value} is not a DATE-TIME (3.3.5)");
        if (property.Parameter("TZID") is not { } zone)
        {
            findings.Add(property.Line, "a floating time");
            return Kind.Wrong;
        }
        findings.Unless(zones.Contains(zone), property.Line, $"no VTIMEZONE for {zone} (3.2.19)");
        return Kind.Zoned;
    }

    private static bool IsDate(string text) => DateTime.TryParseExact(text, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}
