using System.Globalization;
using Vuosikello.Calendars;
using Vuosikello.Calendars.Reading;

namespace Vuosikello.Web.ActivityFiles.Reading;

/// <summary>What the reader of calendars noted, as far as it matters to whoever imports: losses all, tolerances where they may surprise.</summary>
internal static class CalendarRemarks
{
    /// <summary>Kinds that have a text of their own, <c>Note.</c> and the name; all show the line itself, since the reader's own sentence is English.</summary>
    public static readonly IReadOnlySet<NoteKind> WithText = new HashSet<NoteKind>
    {
        NoteKind.NotUtf8, NoteKind.OldVersion, NoteKind.MissingEnd, NoteKind.ZoneByDescription, NoteKind.ZoneOfTheFile, NoteKind.FloatingTime, NoteKind.EndOfOtherKind,
        NoteKind.NotAContentLine, NoteKind.LineTooLong, NoteKind.TooManyOctets, NoteKind.TooManyComponents, NoteKind.TooMuchMemory, NoteKind.WrongTime, NoteKind.WrongRule,
        NoteKind.UnknownZone, NoteKind.MissingStart, NoteKind.EndBeforeStart, NoteKind.WrongLength,
    };

    private static readonly string[] LineEnds = ["\r\n", "\n", "\r"];

    // How a file is written matters to programs, and changes nothing for people.
    private static readonly HashSet<NoteKind> Silent =
    [
        NoteKind.ByteOrderMark, NoteKind.Utf16, NoteKind.LineFeedOnly, NoteKind.CarriageReturnOnly, NoteKind.EmptyLine, NoteKind.FoldedFirstLine, NoteKind.ControlCharacter, NoteKind.OddName,
        NoteKind.ParameterWithoutValue, NoteKind.OddQuote, NoteKind.QuotedPrintable, NoteKind.OddEscape, NoteKind.UnescapedSeparator, NoteKind.OutsideCalendar, NoteKind.DuplicateProperty,
        NoteKind.MissingStamp, NoteKind.DateWithoutItsType, NoteKind.OddTime, NoteKind.LeapSecond, NoteKind.ZoneBesideUtc, NoteKind.ZoneByWindowsName, NoteKind.ZoneByPath,
        NoteKind.NoTimeZoneComponent, NoteKind.EndAtStart, NoteKind.EndBesideDuration, NoteKind.MissingUid,
    ];

    public static void Add(Vuosikello.Calendars.Reading.CalendarReading calendar, ReadOnlyMemory<byte> octets, ReadingNotes notes)
    {
        var lines = new Lazy<string[]>(() => FileText.Decode(octets.Span).Split(LineEnds, StringSplitOptions.None));
        var parts = calendar.Document.Calendars.SelectMany(c => c.Components).OrderBy(c => c.Line).ToList();
        foreach (var note in calendar.Notes)
        {
            if (Silent.Contains(note.Kind)) continue;
            string code = WithText.Contains(note.Kind) ? note.Kind.ToString() : note.IsError ? FileNotes.LostOfCalendar : FileNotes.LineOfCalendar;
            var part = parts.FindLast(p => p.Line <= note.Line) is { Name: "VEVENT" } e ? e : null;
            string title = CsvLayout.Shortened(CalendarText.Clean(part?.Property("SUMMARY")?.Text ?? "").Trim());
            (note.IsError ? notes.Wrong : notes.Remarks).Add(new FileNote(code, note.Line, note.Column.ToString(CultureInfo.InvariantCulture), title, [Line(lines.Value, note.Line)])
            {
                Day = part is null ? null : calendar.Events.FirstOrDefault(read => read.Component == part)?.Time.StartDate,
            });
        }
    }

    // as the file has it
    private static string Line(string[] lines, int line) => line >= 1 && line <= lines.Length ? CsvLayout.Shortened(CalendarText.Clean(lines[line - 1]).Trim()) : "";
}
