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

    public override string ToString() => FormattableString.Invariant($"{Line}:{Column}: {Message}");
}

/// <summary>What kinds of notes there are: tolerances first, errors from <see cref="NotAContentLine"/> on.</summary>
public enum NoteKind
{
    ByteOrderMark,
    Utf16,
    LineFeedOnly,
    CarriageReturnOnly,
    EmptyLine,
    FoldedFirstLine,
    NotUtf8,
    ControlCharacter,
    OddName,
    ParameterWithoutValue,
    OddQuote,
    QuotedPrintable,
    OddEscape,
    UnescapedSeparator,
    OldVersion,
    OutsideCalendar,
    OutsideComponent,
    MismatchedEnd,
    MissingEnd,
    DuplicateProperty,
    MissingStamp,
    DateWithoutItsType,
    OddTime,
    LeapSecond,
    ZoneBesideUtc,
    ZoneByWindowsName,
    ZoneByPath,
    ZoneByDescription,
    ZoneOfTheFile,
    NoTimeZoneComponent,
    FloatingTime,
    EndBesideDuration,
    EndOfOtherKind,
    EndAtStart,
    DateOfOtherKind,
    NotAContentLine,
    LineTooLong,
    TooManyOctets,
    TooManyComponents,
    TooDeep,
    TooMuchMemory,
    TooManyParameters,
    WrongTime,
    WrongLength,
    WrongRule,
    WrongValue,
    WrongTimeZone,
    UnknownZone,
    MissingStart,
    MissingUid,
    EndBeforeStart,
}
