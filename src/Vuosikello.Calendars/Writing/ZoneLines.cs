using NodaTime;
using Vuosikello.Calendars.TimeZones;

namespace Vuosikello.Calendars.Writing;

/// <summary>The properties of a VTIMEZONE in their order.</summary>
internal static class ZoneLines
{
    public static void Write(TimeZoneRules zone, ContentLines line)
    {
        line.Raw("BEGIN:VTIMEZONE"u8).End();
        line.Raw("TZID:"u8).Text(zone.Id).End();
        line.Raw("X-LIC-LOCATION:"u8).Text(zone.Id).End();
        foreach (var observance in zone.Observances) Write(observance, line);
        line.Raw("END:VTIMEZONE"u8).End();
    }

    private static void Write(Observance observance, ContentLines line)
    {
        var kind = observance.Daylight ? "DAYLIGHT"u8 : "STANDARD"u8;
        line.Raw("BEGIN:"u8).Raw(kind).End();
        line.Raw("DTSTART:"u8).DateTime(observance.Onset).End();
        if (observance.Rule is { } rule) RuleValue.Write(rule, time: null, line.Raw("RRULE:"u8)).End();
        line.Raw("TZNAME:"u8).Text(observance.Name).End();
        WriteOffset(line.Raw("TZOFFSETFROM:"u8), observance.OffsetFrom).End();
        WriteOffset(line.Raw("TZOFFSETTO:"u8), observance.OffsetTo).End();
        line.Raw("END:"u8).Raw(kind).End();
    }

    /// <summary>A UTC-OFFSET (RFC 5545 section 3.3.14); never -0000, seconds only when there are any.</summary>
    private static ContentLines WriteOffset(ContentLines line, Offset offset)
    {
        int seconds = Math.Abs(offset.Seconds);
        line.Raw(offset.Seconds < 0 ? "-"u8 : "+"u8).TwoDigits(seconds / 3600).TwoDigits(seconds / 60 % 60);
        return seconds % 60 == 0 ? line : line.TwoDigits(seconds % 60);
    }
}
