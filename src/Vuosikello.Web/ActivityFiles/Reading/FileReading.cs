using NodaTime;
using Vuosikello.Commands.ActivityFiles;
using Vuosikello.Domain;

namespace Vuosikello.Web.ActivityFiles.Reading;

/// <summary>What a file holds, as far as it can be read.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Rows">The activities, each once, in the order of the file.</param>
/// <param name="Wrong">What cannot be read, and why.</param>
/// <param name="PassedOver">What could be read and does not come in.</param>
/// <param name="Remarks">What was understood all the same, and how.</param>
public sealed record FileReading(
    FileKind Kind, IReadOnlyList<FileRow> Rows, IReadOnlyList<FileNote> Wrong, IReadOnlyList<FileNote> PassedOver, IReadOnlyList<FileNote> Remarks)
{
    /// <summary>The language of texts whose language the file does not say.</summary>
    public string Language { get; init; } = "";

    /// <summary>Nothing of the file was read.</summary>
    public static FileReading Refused(FileKind kind, string code, params ReadOnlySpan<string> arguments) =>
        new(kind, [], [new FileNote(code, 0, "", "", ValueList.Create(arguments))], [], []);

    /// <summary>True when the file as a whole is not one that can be imported.</summary>
    public bool IsRefused => Rows.Count == 0 && Wrong is [{ Line: 0 }];
}

/// <summary>Something that people are told of a file.</summary>
/// <param name="Code">One of <see cref="FileNotes"/>; the texts have it as <c>Note.</c> and the code.</param>
/// <param name="Line">From 1; 0 where it is about the file as a whole.</param>
/// <param name="Column">The heading of the column, or in a calendar the octet of the line; empty where it is about the line.</param>
/// <param name="Title">What the row is called; may be empty.</param>
/// <param name="Arguments">What the text is filled with.</param>
public sealed record FileNote(string Code, int Line, string Column, string Title, ValueList<string> Arguments)
{
    /// <summary>The day of an event of a calendar; null where it is about none.</summary>
    public LocalDate? Day { get; init; }
}

/// <summary>Collects what is to be said while a file is read.</summary>
internal sealed class ReadingNotes
{
    public List<FileNote> Wrong { get; } = [];
    public List<FileNote> PassedOver { get; } = [];
    public List<FileNote> Remarks { get; } = [];
}

/// <summary>What is said of files. Each has its text in all three languages.</summary>
public static class FileNotes
{
    public const string Empty = "Empty";
    public const string TooLarge = "TooLarge";
    public const string TooManyRows = "TooManyRows";
    public const string Workbook = "Workbook";
    public const string Document = "Document";
    public const string Picture = "Picture";
    public const string Archive = "Archive";
    public const string WebPage = "WebPage";
    public const string Unknown = "Unknown";
    public const string NoHeadings = "NoHeadings";
    public const string NoTitleColumn = "NoTitleColumn";
    public const string NoDateColumn = "NoDateColumn";
    public const string NoEvents = "NoEvents";
    public const string NoRows = "NoRows";

    public const string UnknownHeading = "UnknownHeading";
    public const string HeadingTwice = "HeadingTwice";
    public const string QuoteNotClosed = "QuoteNotClosed";
    public const string TitleMissing = "TitleMissing";
    public const string DateMissing = "DateMissing";
    public const string NotADate = "NotADate";
    public const string NoSuchDay = "NoSuchDay";
    public const string AmbiguousDate = "AmbiguousDate";
    public const string DayNumber = "DayNumber";
    public const string ShortYear = "ShortYear";
    public const string NotAClock = "NotAClock";
    public const string ClockWithMonth = "ClockWithMonth";
    public const string EndClockMissing = "EndClockMissing";
    public const string StartClockMissing = "StartClockMissing";
    public const string EndOfOtherKind = "EndOfOtherKind";
    public const string UnknownArea = "UnknownArea";
    public const string UnknownTheme = "UnknownTheme";
    public const string UnknownPartner = "UnknownPartner";
    public const string UnknownParticipant = "UnknownParticipant";
    public const string UnknownStatus = "UnknownStatus";
    public const string HeldStatus = "HeldStatus";
    public const string NotADeadline = "NotADeadline";
    public const string SameRow = "SameRow";
    public const string TwoOfOneKey = "TwoOfOneKey";
    public const string TwoOnOneDay = "TwoOnOneDay";

    public const string YearAssumed = "YearAssumed";
    public const string HourAssumed = "HourAssumed";
    public const string ClockSkipped = "ClockSkipped";
    public const string CategoryNotKnown = "CategoryNotKnown";
    public const string WrittenOut = "WrittenOut";
    public const string OneOfSeries = "OneOfSeries";
    public const string OutsideYear = "OutsideYear";
    public const string EndlessSeries = "EndlessSeries";
    public const string TooOften = "TooOften";
    public const string Private = "Private";
    public const string OtherYears = "OtherYears";
    public const string OlderOfTwo = "OlderOfTwo";
    public const string OwnDeadline = "OwnDeadline";
    public const string OwnWithdrawn = "OwnWithdrawn";
    public const string OwnSeriesChanged = "OwnSeriesChanged";
    public const string OwnDescription = "OwnDescription";
    public const string Markup = "Markup";
    public const string LineOfCalendar = "LineOfCalendar";
    public const string LostOfCalendar = "LostOfCalendar";
}
