using System.Text;
using Vuosikello.Calendars.Reading;

namespace Vuosikello.Calendars.Tests.Reading;

/// <summary>Files to read.</summary>
internal static class ReadingExample
{
    /// <summary>A calendar with these lines in one event that has all it must have.</summary>
    public static CalendarReading Event(params string[] lines) =>
        Calendar(["BEGIN:VEVENT", "UID:1@test", "DTSTAMP:20260101T000000Z", .. lines, "END:VEVENT"]);

    /// <summary>A calendar with these lines in it.</summary>
    public static CalendarReading Calendar(params string[] lines) =>
        Text(string.Join("\r\n", ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Vuosikello//Tests//EN", .. lines, "END:VCALENDAR", ""]));

    public static CalendarReading Text(string text, ReadOptions? options = null) => CalendarReader.Parse(Encoding.UTF8.GetBytes(text), options);

    public static IEnumerable<NoteKind> Kinds(this CalendarReading reading) => reading.Notes.Select(note => note.Kind);
}
