namespace Vuosikello.Calendars.Reading;

/// <summary>Something in the file that is not as RFC 5545 has it.</summary>
/// <param name="Kind">What it is, for programs.</param>
/// <param name="Line">The line in the file, folded lines counted one by one; from 1.</param>
/// <param name="Column">The octet in that line; from 1.</param>
/// <param name="Message">What was found and what was made of it, for people who read the file.</param>
public sealed record ReadNote(NoteKind Kind, int Line, int Column, string Message)
{
    /// <summary>True when something of the file is lost; false when it was understood all the same.</summary>
    public bool IsError => Kind >= NoteKind.NotAContentLine;

    /// <summary>Line, column and message, such as <c>12:8: An empty line; passed over.</c></summary>
    public override string ToString() => FormattableString.Invariant($"{Line}:{Column}: {Message}");
}

/// <summary>What kinds of notes there are: tolerances first, errors from <see cref="NotAContentLine"/> on.</summary>
public enum NoteKind
{
    /// <summary>The file begins with U+FEFF, which is passed over.</summary>
    ByteOrderMark,
    /// <summary>It is written in UTF-16.</summary>
    Utf16,
    /// <summary>Lines end in LF alone. Noted once.</summary>
    LineFeedOnly,
    /// <summary>Lines end in CR alone. Noted once.</summary>
    CarriageReturnOnly,
    /// <summary>A line is empty.</summary>
    EmptyLine,
    /// <summary>The first line is a continuation of none.</summary>
    FoldedFirstLine,
    /// <summary>A line is not in UTF-8; it is read in another character set, which the message names.</summary>
    NotUtf8,
    /// <summary>A character that cannot stand in a calendar is left out.</summary>
    ControlCharacter,
    /// <summary>A name has characters that names may not have.</summary>
    OddName,
    /// <summary>A parameter has no value.</summary>
    ParameterWithoutValue,
    /// <summary>Quotation marks enclose no value of a parameter; they are left out.</summary>
    OddQuote,
    /// <summary>The value is quoted-printable, as in vCalendar 1.0.</summary>
    QuotedPrintable,
    /// <summary>A backslash escapes nothing; it stays.</summary>
    OddEscape,
    /// <summary>A comma or semicolon of a text stands without its backslash.</summary>
    UnescapedSeparator,
    /// <summary>It is a vCalendar 1.0, of which recurrence and alarms differ.</summary>
    OldVersion,
    /// <summary>A component stands outside a VCALENDAR.</summary>
    OutsideCalendar,
    /// <summary>A property stands outside every component; it is left out.</summary>
    OutsideComponent,
    /// <summary>An END closes nothing; it is passed over.</summary>
    MismatchedEnd,
    /// <summary>A component is not closed; it ends where the one around it or the file ends.</summary>
    MissingEnd,
    /// <summary>A property that may stand once stands again; the first counts.</summary>
    DuplicateProperty,
    /// <summary>An event has no DTSTAMP.</summary>
    MissingStamp,
    /// <summary>A date stands without VALUE=DATE.</summary>
    DateWithoutItsType,
    /// <summary>A time is not in the form of RFC 5545, such as with hyphens; the message says how it was taken.</summary>
    OddTime,
    /// <summary>Second 60 is read as 59.</summary>
    LeapSecond,
    /// <summary>A time in UTC has a TZID, which counts for nothing.</summary>
    ZoneBesideUtc,
    /// <summary>The TZID is one of Windows' names; the zone that CLDR gives for it is taken.</summary>
    ZoneByWindowsName,
    /// <summary>The TZID is a path that ends in a TZDB id.</summary>
    ZoneByPath,
    /// <summary>The TZID is a description such as <c>(UTC+02:00) Helsinki, Kyiv</c>.</summary>
    ZoneByDescription,
    /// <summary>The TZID is known only to the file's own VTIMEZONE, by which times are read.</summary>
    ZoneOfTheFile,
    /// <summary>The TZID is TZDB's and the file has no VTIMEZONE for it.</summary>
    NoTimeZoneComponent,
    /// <summary>DTSTART has no time zone; the calendar's or the options' is taken.</summary>
    FloatingTime,
    /// <summary>DTEND and DURATION both stand there; DTEND counts.</summary>
    EndBesideDuration,
    /// <summary>DTEND is a date beside a time, or the other way round.</summary>
    EndOfOtherKind,
    /// <summary>DTEND of days is the first day itself; taken as one day.</summary>
    EndAtStart,
    /// <summary>A date of RDATE, EXDATE or RECURRENCE-ID is of another kind than the start.</summary>
    DateOfOtherKind,
    /// <summary>A line is no <c>NAME:value</c>; it is left out. The first kind of error.</summary>
    NotAContentLine,
    /// <summary>A line is longer than the options allow; it is left out.</summary>
    LineTooLong,
    /// <summary>The file is larger than the options allow; reading stops there.</summary>
    TooManyOctets,
    /// <summary>The file has more components than the options allow; reading stops there.</summary>
    TooManyComponents,
    /// <summary>Components stand deeper within each other than the options allow; the inner ones are left out.</summary>
    TooDeep,
    /// <summary>What was read takes as much memory as the options allow; reading stops there.</summary>
    TooMuchMemory,
    /// <summary>A line has more parameters than any real one; it is left out.</summary>
    TooManyParameters,
    /// <summary>A date or time cannot be understood; it is left out.</summary>
    WrongTime,
    /// <summary>A DURATION cannot be understood or leads beyond the last year; the event is as long as without it.</summary>
    WrongLength,
    /// <summary>An RRULE cannot be understood or is one that RFC 5545 forbids; the event does not recur.</summary>
    WrongRule,
    /// <summary>A value is none that RFC 5545 has for its property; it is left out.</summary>
    WrongValue,
    /// <summary>A part of a VTIMEZONE cannot be understood; it is left out.</summary>
    WrongTimeZone,
    /// <summary>Neither TZDB nor the file knows the TZID; its times are taken as floating.</summary>
    UnknownZone,
    /// <summary>An event has no DTSTART that can be understood; it stands in the document only.</summary>
    MissingStart,
    /// <summary>An event has no UID: it cannot be told from others when the file comes again.</summary>
    MissingUid,
    /// <summary>The end is before the start; the event has one day, or no length.</summary>
    EndBeforeStart,
}
