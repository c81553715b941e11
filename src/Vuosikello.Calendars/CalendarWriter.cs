using System.Buffers;
using Vuosikello.Calendars.Checks;
using Vuosikello.Calendars.TimeZones;
using Vuosikello.Calendars.Writing;

namespace Vuosikello.Calendars;

/// <summary>
/// Writes calendars straight to UTF-8: whole, or from events that were rendered before and are kept, so that one changed
/// event costs one event. Lines end in CRLF and are at most 75 octets long; properties come in a fixed order; the
/// same input gives the same bytes. Everything is checked before the first byte goes out.
/// </summary>
public static class CalendarWriter
{
    /// <summary>Writes a whole calendar with the time zones that its events need.</summary>
    /// <exception cref="InvalidCalendarException">Something in it cannot stand in a calendar; nothing was written.</exception>
    public static void Write(Calendar calendar, IBufferWriter<byte> output)
    {
        HeaderCheck.Check(calendar.Header);
        var (zones, uids) = (new ZoneSpans(), new HashSet<string>(calendar.Events.Length, StringComparer.Ordinal));
        foreach (var e in calendar.Events)
        {
            EventCheck.Check(e);
            CheckOnce(uids, e.Uid);
            zones.Add(e);
        }
        using var lines = new ContentLines();
        WriteStart(calendar.Header, zones.Rules(), lines);
        foreach (var e in calendar.Events)
        {
            lines.FlushTo(output);
            EventLines.Write(e, lines);
        }
        lines.FlushTo(output);
        WriteEnd(output);
    }

    /// <summary>Writes the start of a calendar: its header and time zones. Events and <see cref="WriteEnd"/> have to follow.</summary>
    /// <param name="zones">Of every zone that an event names, for at least the years of its events.</param>
    /// <exception cref="InvalidCalendarException">Something in it cannot stand in a calendar; nothing was written.</exception>
    public static void WriteStart(CalendarHeader header, IEnumerable<TimeZoneRules> zones, IBufferWriter<byte> output)
    {
        HeaderCheck.Check(header);
        using var lines = new ContentLines();
        WriteStart(header, zones, lines);
        lines.FlushTo(output);
    }

    /// <summary>Writes the start of a calendar of events that were rendered before. Their octets and <see cref="WriteEnd"/> have to follow.</summary>
    /// <param name="events">All of them: they tell which zones are needed. That no UID is there twice is the caller's care.</param>
    /// <exception cref="InvalidCalendarException">Something in the header cannot stand in a calendar; nothing was written.</exception>
    public static void WriteStart(CalendarHeader header, IEnumerable<RenderedEvent> events, IBufferWriter<byte> output)
    {
        var zones = new ZoneSpans();
        foreach (var e in events)
        {
            foreach (var span in e.Zones) zones.Add(span);
        }
        WriteStart(header, zones.Rules(), output);
    }

    /// <summary>Writes the end of a calendar.</summary>
    public static void WriteEnd(IBufferWriter<byte> output) => output.Write("END:VCALENDAR\r\n"u8);

    /// <summary>Writes one event and its overrides into bytes of their own, to be kept and joined with others.</summary>
    /// <exception cref="InvalidCalendarException">Something in it cannot stand in a calendar.</exception>
    public static RenderedEvent Render(CalendarEvent e)
    {
        EventCheck.Check(e);
        var zones = new ZoneSpans();
        zones.Add(e);
        using var lines = new ContentLines();
        EventLines.Write(e, lines);
        return new RenderedEvent(e.Uid, lines.Written.ToArray(), [.. zones.All]);
    }

    /// <summary>Writes a whole calendar of events that were rendered before: the same bytes as <see cref="Write"/> of the same events.</summary>
    /// <exception cref="InvalidCalendarException">The header is wrong, or a UID is there twice; nothing was written.</exception>
    public static void Join(CalendarHeader header, IReadOnlyList<RenderedEvent> events, IBufferWriter<byte> output)
    {
        HeaderCheck.Check(header);
        var (zones, uids) = (new ZoneSpans(), new HashSet<string>(events.Count, StringComparer.Ordinal));
        foreach (var e in events)
        {
            CheckOnce(uids, e.Uid);
            foreach (var span in e.Zones) zones.Add(span);
        }
        using var lines = new ContentLines();
        WriteStart(header, zones.Rules(), lines);
        lines.FlushTo(output);
        foreach (var e in events) output.Write(e.Octets.Span);
        WriteEnd(output);
    }

    private static void WriteStart(CalendarHeader header, IEnumerable<TimeZoneRules> zones, ContentLines lines)
    {
        HeaderLines.Write(header, lines);
        foreach (var zone in zones) ZoneLines.Write(zone, lines);
    }

    private static void CheckOnce(HashSet<string> uids, string uid)
    {
        if (!uids.Add(uid)) throw new InvalidCalendarException($"UID {uid} is there twice; programs show one of the two, or neither.");
    }
}
