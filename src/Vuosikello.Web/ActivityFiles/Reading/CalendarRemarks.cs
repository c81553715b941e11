using System.Globalization;
using Vuosikello.Calendars.Reading;

namespace Vuosikello.Web.ActivityFiles.Reading;

/// <summary>What the reader of calendars noted, as far as it matters to whoever imports: losses all, tolerances where they may surprise.</summary>
internal static class CalendarRemarks
{
    /// <summary>Kinds that have a text of their own, <c>Note.</c> and the name; others get a general one with the reader's sentence behind it.</summary>
    public static readonly IReadOnlySet<NoteKind> WithText = new HashSet<NoteKind>
    {
        NoteKind.NotUtf8, NoteKind.OldVersion, NoteKind.MissingEnd, NoteKind.ZoneByDescription, NoteKind.ZoneOfTheFile, NoteKind.FloatingTime, NoteKind.EndOfOtherKind,
        NoteKind.NotAContentLine, NoteKind.LineTooLong, NoteKind.TooManyOctets, NoteKind.TooManyComponents, NoteKind.TooMuchMemory, NoteKind.WrongTime, NoteKind.WrongRule,
        NoteKind.UnknownZone, NoteKind.MissingStart, NoteKind.EndBeforeStart, NoteKind.WrongLength,
    };

    // How a file is written matters to programs, and changes nothing for people.
    private static readonly HashSet<NoteKind> Silent =
    [
        NoteKind.ByteOrderMark, NoteKind.Utf16, NoteKind.LineFeedOnly, NoteKind.CarriageReturnOnly, NoteKind.EmptyLine, NoteKind.FoldedFirstLine, NoteKind.ControlCharacter, NoteKind.OddName,
        NoteKind.ParameterWithoutValue, NoteKind.OddQuote, NoteKind.QuotedPrintable, NoteKind.OddEscape, NoteKind.UnescapedSeparator, NoteKind.OutsideCalendar, NoteKind.DuplicateProperty,
        NoteKind.MissingStamp, NoteKind.DateWithoutItsType, NoteKind.OddTime, NoteKind.LeapSecond, NoteKind.ZoneBesideUtc, NoteKind.ZoneByWindowsName, NoteKind.ZoneByPath,
        NoteKind.NoTimeZoneComponent, NoteKind.EndAtStart, NoteKind.EndBesideDuration, NoteKind.MissingUid,
    ];

    public static void Add(Vuosikello.Calendars.Reading.CalendarReading calendar, ReadingNotes notes)
    {
        foreach (var note in calendar.Notes)
        {
            if (Silent.Contains(note.Kind)) continue;
            string code = WithText.Contains(note.Kind) ? note.Kind.ToString() : note.IsError ? FileNotes.LostOfCalendar : FileNotes.LineOfCalendar;
            (note.IsError ? notes.Wrong : notes.Remarks).Add(new FileNote(code, note.Line, note.Column.ToString(CultureInfo.InvariantCulture), "", [note.Message]));
        }
    }
}
