using System.Buffers;
using NodaTime;
using Vuosikello.Calendars.TimeZones;
using Vuosikello.Calendars.Writing;

namespace Vuosikello.Calendars;

/// <summary>
/// Writes calendars straight to UTF-8: whole, or in pieces that are kept and joined (a start, the events, the end), so that one
/// changed event costs one event. Lines end in CRLF and are at most 75 octets long; properties come in a fixed order; the
/// same input gives the same bytes. Everything is checked before the first byte of a piece goes out.
/// </summary>
public static class CalendarWriter
{
    /// <summary>Writes a whole calendar with the time zones that its events need.</summary>
    /// <exception cref="InvalidCalendarException">Something in it cannot stand in a calendar; nothing was written.</exception>
    public static void Write(Calendar calendar, IBufferWriter<byte> output)
    {
        calendar.Header.Check();
        foreach (var e in calendar.Events) e.Check();
        var zones = ZonesOf(calendar);
        using var line = new ContentLine(output);
        HeaderLines.Write(calendar.Header, line);
        foreach (var zone in zones) ZoneLines.Write(zone, line);
        foreach (var e in calendar.Events) EventLines.Write(e, line);
        WriteEnd(output);
    }

    /// <summary>Writes the start of a calendar: its header and time zones. Events and <see cref="WriteEnd"/> have to follow.</summary>
    /// <param name="zones">Of every zone that an event names, for at least the years of its events.</param>
    /// <exception cref="InvalidCalendarException">Something in it cannot stand in a calendar; nothing was written.</exception>
    public static void WriteStart(CalendarHeader header, IEnumerable<TimeZoneRules> zones, IBufferWriter<byte> output)
    {
        header.Check();
        using var line = new ContentLine(output);
        HeaderLines.Write(header, line);
        foreach (var zone in zones) ZoneLines.Write(zone, line);
    }

    /// <summary>Writes one event.</summary>
    /// <exception cref="InvalidCalendarException">Something in it cannot stand in a calendar; nothing was written.</exception>
    public static void WriteEvent(CalendarEvent e, IBufferWriter<byte> output)
    {
        e.Check();
        using var line = new ContentLine(output);
        EventLines.Write(e, line);
    }

    /// <summary>Writes the end of a calendar.</summary>
    public static void WriteEnd(IBufferWriter<byte> output) => output.Write("END:VCALENDAR\r\n"u8);

    private static List<TimeZoneRules> ZonesOf(Calendar calendar)
    {
        var spans = new SortedDictionary<string, (DateTimeZone Zone, LocalDate From, LocalDate To)>(StringComparer.Ordinal);
        foreach (var e in calendar.Events)
        {
            if (e.Time is not EventTime.Zoned time) continue;
            var span = spans.TryGetValue(time.Zone.Id, out var known) ? known : (time.Zone, From: time.Start.Date, To: time.End.Date);
            var last = LocalDate.Max(time.End.Date, EventLines.LastStart(e) ?? time.End.Date);
            spans[time.Zone.Id] = (time.Zone, LocalDate.Min(span.From, time.Start.Date), LocalDate.Max(span.To, last));
        }
        return [.. spans.Values.Select(s => TimeZoneRules.Of(s.Zone, s.From, s.To))];
    }
}
