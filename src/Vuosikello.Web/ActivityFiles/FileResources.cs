using Vuosikello.Commands.ActivityFiles;
using Vuosikello.Domain;
using Vuosikello.Domain.Activities;
using Vuosikello.Web.ActivityFiles.Reading;
using Vuosikello.Web.Api;
using Vuosikello.Web.Languages;
using Vuosikello.Web.Resources;
using Vuosikello.Web.SignIn;

namespace Vuosikello.Web.ActivityFiles;

/// <summary>Previews and results of imports as the API tells them.</summary>
public sealed class FileResources(FileWords words, Texts texts, IMemberNames names)
{
    public string Message(FileNote note) => words.Of(note);

    public FilePreviewResource Of(FilePreview preview) => new(
        preview.Reading.Kind,
        preview.Of<RowPreview.New>().Select(r => new NewRowResource(FileForm.RowValue(r.Row.Activity, FileIds.New), r.Row.Line, r.Row.Activity.Value, r.Details, r.Status, r.Alike?.Value)),
        preview.Of<RowPreview.Changed>().Select(r => new ChangedRowResource(FileForm.RowValue(r.Now.Id, r.Now.Version), r.Row.Line, r.Now.Id.Value, r.Fields.Select(Of), r.SeemsAnother)),
        preview.Of<RowPreview.Same>().Select(r => r.Now.Id.Value),
        [
            .. preview.Reading.Wrong.Select(Of),
            .. preview.Of<RowPreview.Refused>().SelectMany(r => r.Problems.Select(p => new FileNoteResource(r.Row.Line, "", r.Row.Title, p.Code, texts.Of(p)))),
        ],
        [
            .. preview.Reading.PassedOver.Select(Of),
            .. preview.Of<RowPreview.PassedOver>().Select(r => new FileNoteResource(r.Row.Line, "", r.Row.Title, r.Reason, texts.Import[$"PassedOver.{r.Reason}"])),
        ],
        preview.Reading.Remarks.Select(Of),
        preview.Missing.Select(a => a.Id.Value));

    public FileResultResource Of(FileResult result)
    {
        var count = new ImportCount(0, 0, 0).With(result.Rows);
        return new(count.Added, count.Changed, result.Left.Count, result.Rows.Where(r => !r.IsDone).Select(r => new FailedRowResource(r.Activity.Value, r.Title, words.Of(r.Outcome!))));
    }

    /// <summary>Every row that has something to take, and is not in doubt: those are taken when they are named.</summary>
    internal static Dictionary<ActivityId, long> All(FilePreview preview, IReadOnlySet<string> instead)
    {
        var rows = preview.Of<RowPreview.New>().Where(r => !r.IsDoubtful).ToDictionary(r => r.Row.Activity, _ => FileIds.New);
        foreach (var row in preview.Of<RowPreview.Changed>().Where(r => !r.IsDoubtful))
        {
            if (row.Fields.Any(f => f.Theirs is null || instead.Contains(FileChoice.KeyOf(row.Now.Id, f.Field)))) rows[row.Now.Id] = row.Now.Version;
        }
        return rows;
    }

    private FileNoteResource Of(FileNote note) => new(note.Line, note.Column, note.Title, note.Code, words.Of(note));

    private FileFieldResource Of(FieldChange change) => new(
        change.Field, change.Before, change.After,
        change.Theirs is { } stamp ? new StampResource(stamp.By.Value, names.NameOf(stamp.By, LanguageSetup.Current), stamp.For?.Value, stamp.At.ToString()) : null);
}

/// <summary>What a file would bring.</summary>
/// <param name="Kind">Table or Calendar.</param>
/// <param name="Same">Activities that the file has as they are.</param>
/// <param name="Wrong">What cannot be taken, and why.</param>
/// <param name="PassedOver">What is not taken though it can be read.</param>
/// <param name="Remarks">How some things were understood.</param>
/// <param name="Missing">Activities that the same organisation imported from files and that are not in this one; nothing is done to them.</param>
public sealed record FilePreviewResource(
    FileKind Kind, IEnumerable<NewRowResource> New, IEnumerable<ChangedRowResource> Changed, IEnumerable<Guid> Same,
    IEnumerable<FileNoteResource> Wrong, IEnumerable<FileNoteResource> PassedOver, IEnumerable<FileNoteResource> Remarks, IEnumerable<Guid> Missing);

/// <param name="Row">What names it when it is to be taken.</param>
/// <param name="Alike">An activity of the same title on the same day: it is taken only when it is named. Absent for none.</param>
public sealed record NewRowResource(string Row, int Line, Guid Activity, ActivityDetails Details, ActivityStatus Status, Guid? Alike);

/// <param name="Row">What names it when it is to be taken, with the version that is shown here.</param>
/// <param name="SeemsAnother">Title and day have nothing in common with the activity: it is taken only when it is named.</param>
public sealed record ChangedRowResource(string Row, int Line, Guid Activity, IEnumerable<FileFieldResource> Fields, bool SeemsAnother);

/// <param name="Before">What stands; of the field's type.</param>
/// <param name="After">What the file says; of the field's type.</param>
/// <param name="Theirs">Who changed it since the file was made or last imported: it then stays, unless it is named as <c>instead</c>. Absent otherwise.</param>
public sealed record FileFieldResource(string Field, object? Before, object? After, StampResource? Theirs);

/// <param name="Line">From 1; 0 for the file as a whole.</param>
/// <param name="Column">The column's heading, or in a calendar the octet in the line.</param>
/// <param name="Message">In the language of the request.</param>
public sealed record FileNoteResource(int Line, string Column, string Title, string Code, string Message);

/// <summary>What was done.</summary>
/// <param name="Left">How many rows wait: send the same again.</param>
public sealed record FileResultResource(int Added, int Changed, int Left, IEnumerable<FailedRowResource> Failed);

/// <param name="Reasons">In the language of the request.</param>
public sealed record FailedRowResource(Guid Activity, string Title, IEnumerable<string> Reasons);
