using NodaTime;
using Vuosikello.Commands;
using Vuosikello.Commands.ActivityFiles;
using Vuosikello.Domain;
using Vuosikello.Domain.Activities;
using Vuosikello.Projections.Words;
using Vuosikello.Web.ActivityFiles.Reading;
using Vuosikello.Web.Languages;
using Vuosikello.Web.Resources;

namespace Vuosikello.Web.ActivityFiles;

/// <summary>One thing that is said of a file, in the language of the request.</summary>
/// <param name="Line">For the order; 0 for the file as a whole.</param>
/// <param name="Where">Before it; may be empty.</param>
/// <param name="Title">What the row or event is called, with the event's day; may be empty.</param>
/// <param name="Text">What is said.</param>
/// <param name="Behind">The line of a calendar, in brackets; may be empty.</param>
public sealed record FileRemark(int Line, string Where, string Title, string Text, string Behind);

/// <summary>What is said of files, in the language of the request.</summary>
public sealed class FileWords(Texts texts)
{
    private static readonly HashSet<string> UnknownNames =
        [FileNotes.UnknownArea, FileNotes.UnknownTheme, FileNotes.UnknownParticipant, FileNotes.UnknownPartner, FileNotes.UnknownHeading, FileNotes.CategoryNotKnown];

    public string Of(FileNote note)
    {
        string said = texts.Import[$"Note.{note.Code}", [.. note.Arguments]];
        if (!UnknownNames.Contains(note.Code) || note.Arguments is not [_, var nearest, var some]) return said;
        if (nearest.Length > 0) return $"{said} {texts.Import["DidYouMean", nearest]}";
        return some.Length > 0 ? $"{said} {texts.Import["ThereAre", some]}" : said;
    }

    /// <summary>What cannot be taken, in the order of the file.</summary>
    public IReadOnlyList<FileRemark> Wrong(FilePreview preview) => InOrder(
        preview.Reading.Wrong.Select(note => Remark(note, preview)),
        preview.Of<RowPreview.Refused>().Select(row => Remark(row, string.Join(" ", row.Problems.Select(texts.Of)), preview)));

    /// <summary>What does not come in though it can be read, in the order of the file.</summary>
    public IReadOnlyList<FileRemark> PassedOver(FilePreview preview) => InOrder(
        preview.Reading.PassedOver.Select(note => Remark(note, preview)),
        preview.Of<RowPreview.PassedOver>().Select(row => Remark(row, texts.Import[$"PassedOver.{row.Reason}"], preview)));

    /// <summary>How some things were understood, in the order of the file.</summary>
    public IReadOnlyList<FileRemark> Remarks(FilePreview preview) => InOrder(preview.Reading.Remarks.Select(note => Remark(note, preview)), []);

    private static List<FileRemark> InOrder(IEnumerable<FileRemark> notes, IEnumerable<FileRemark> rows) => [.. notes.Concat(rows).OrderBy(r => r.Line)];

    // Whoever has a calendar knows its events and not its lines.
    private FileRemark Remark(FileNote note, FilePreview preview) => preview.Reading.Kind == FileKind.Calendar
        ? new(note.Line, "", Titled(note.Title, note.Day), Of(note), InBrackets(note.Line))
        : new(note.Line, Where(note), note.Title, Of(note), "");

    private FileRemark Remark(RowPreview row, string text, FilePreview preview) => preview.Reading.Kind == FileKind.Calendar
        ? new(row.Row.Line, "", Titled(row.Row.Title, row.Row.Said.Time is { } time ? ActivityStart.Of(time).Date : null), text, InBrackets(row.Row.Line))
        : new(row.Row.Line, texts.Import["Line", row.Row.Line], row.Row.Title, text, "");

    private static string Titled(string title, LocalDate? day) =>
        string.Join(", ", new[] { title, day is { } of ? TimeInWords.Day(of, LanguageSetup.Current) : "" }.Where(part => part.Length > 0));

    private string InBrackets(int line) => line == 0 ? "" : texts.Import["LineInBrackets", line];

    /// <summary>Where in the file; empty where it is about the whole.</summary>
    public string Where(FileNote note) => (note.Line, note.Column) switch
    {
        (0, _) => "",
        (var line, "") => texts.Import["Line", line],
        (var line, var column) => texts.Import["LineAndColumn", line, column],
    };

    /// <summary>A text in the languages in which it is not as another one, each with its name.</summary>
    public string Of(LocalText text, LocalText other) => string.Join('\n', new[] { ("fi", text.Fi, other.Fi), ("sv", text.Sv, other.Sv), ("en", text.En, other.En) }
        .Where(t => t.Item2 != t.Item3).Select(t => $"{texts.Import[$"Language.{t.Item1}"]}: {t.Item2 ?? "–"}"));

    /// <summary>Why a row was not taken.</summary>
    public IEnumerable<string> Of(Outcome outcome) => outcome switch
    {
        Outcome.Refused refused => refused.Problems.Select(texts.Of),
        Outcome.Forbidden forbidden => [texts.Of(forbidden.Problem)],
        Outcome.NotFound missing => [texts.Of(missing.Problem)],
        Outcome.TryAgain again => [texts.Of(again.Problem)],
        Outcome.Clashed => [texts.Import["ChangedMeanwhile"]],
        _ => [],
    };
}
