using System.Buffers;
using System.Text;
using NodaTime;

namespace Vuosikello.Calendars.Tests;

/// <summary>Calendars to test with.</summary>
internal static class Example
{
    public static DateTimeZone Helsinki { get; } = DateTimeZoneProviders.Tzdb["Europe/Helsinki"];
    public static Instant Stamp { get; } = Instant.FromUtc(2009, 1, 15, 8, 30, 5);
    public static CalendarHeader Header { get; } = new() { ProductId = "-//Vuosikello//Tests//EN", Name = "Testi" };

    public static CalendarEvent Event(string uid, EventTime time) => new() { Uid = uid, Stamp = Stamp, Time = time, Summary = uid };

    public static EventTime.Zoned At(int year, int month, int day, int hour, int minutes = 120) =>
        new(new LocalDateTime(year, month, day, hour, 0), new LocalDateTime(year, month, day, hour, 0).PlusMinutes(minutes), Helsinki);

    public static EventTime.AllDay Day(int year, int month, int day, int days = 1) =>
        new(new LocalDate(year, month, day), new LocalDate(year, month, day).PlusDays(days - 1));

    public static byte[] Bytes(params CalendarEvent[] events)
    {
        var output = new ArrayBufferWriter<byte>();
        CalendarWriter.Write(new Calendar(Header, [.. events]), output);
        return output.WrittenSpan.ToArray();
    }

    /// <summary>One event's lines, unfolded.</summary>
    public static string[] Lines(CalendarEvent e)
    {
        return Encoding.UTF8.GetString(CalendarWriter.Render(e).Octets.Span).Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n");
    }
}
