using NodaTime;
using Vuosikello.Accounts.Audit;
using Vuosikello.Commands;
using Vuosikello.Commands.ActivityFiles;
using Vuosikello.Domain;
using Vuosikello.Domain.Activities;
using Vuosikello.Events;
using Vuosikello.Web.Audit;
using Vuosikello.Web.SignIn;

namespace Vuosikello.Web.ActivityFiles;

/// <summary>What a member chose of a preview.</summary>
/// <param name="Rows">The activities to take, with the version of each that the member saw; -1 of new ones.</param>
/// <param name="Instead">Fields to take though people changed them since: the activity's id, a colon and the field.</param>
public sealed record FileChoice(IReadOnlyDictionary<ActivityId, long> Rows, IReadOnlySet<string> Instead)
{
    public static string KeyOf(ActivityId activity, string field) => $"{activity}:{field}";
}

/// <summary>What became of a row that was chosen.</summary>
/// <param name="Title">As the file has it.</param>
/// <param name="Outcome">Null where there was nothing left to do.</param>
public sealed record TakenRow(ActivityId Activity, string Title, bool IsNew, Outcome? Outcome)
{
    public bool IsDone => Outcome is null or Outcome.Done;
}

/// <summary>What a confirmation did.</summary>
/// <param name="Rows">Those dealt with, in the order of the file.</param>
/// <param name="Left">Those that were chosen and wait for the next step.</param>
public sealed record FileResult(IReadOnlyList<TakenRow> Rows, IReadOnlyList<ActivityId> Left);

/// <summary>
/// Takes the rows of a file that a member chose, by the ordinary commands. Decided on what stands now, so whatever was done before, by whomever, is not
/// done again; a step at a time, so that nobody waits long for an answer.
/// </summary>
public sealed class FileConfirmation(FileSteps steps, CurrentMember member, OwnWrites writes, AuditNotes audit, IHttpContextAccessor http, IClock clock)
{
    /// <summary>Rows of one step.</summary>
    public const int AtOnce = 100;

    /// <param name="preview">The file as it compares with what stands now.</param>
    /// <param name="cycle">The year.</param>
    /// <param name="choice">What the member wants of it.</param>
    /// <param name="ct">Stops after the command that is on its way.</param>
    public async Task<FileResult> Take(FilePreview preview, CycleId cycle, FileChoice choice, CancellationToken ct)
    {
        var by = member.Id ?? throw new InvalidOperationException("Only a signed-in member imports.");
        var chosen = preview.Reading.Rows.Where(row => choice.Rows.ContainsKey(row.Activity)).ToList();
        var compared = preview.Rows.ToDictionary(row => row.Row.Activity);
        var taken = new List<TakenRow>();
        var last = Position.Start;
        foreach (var row in chosen.Take(AtOnce).Select(row => compared[row.Activity]))
        {
            var outcome = await Take(row, cycle, choice, by, ct);
            taken.Add(new TakenRow(row.Row.Activity, row.Row.Title, row is RowPreview.New, outcome));
            if (outcome is Outcome.Done done && done.Position > last) last = done.Position;
            // The store is away: what is left can wait with it.
            if (outcome is Outcome.TryAgain) break;
        }
        if (last > Position.Start && http.HttpContext is { } context)
        {
            await audit.Note(AuditKind.Import, "activities-import", partnership: cycle.Partnership);
            writes.Leave(context, last);
            await writes.Await(context, last);
        }
        return new(taken, [.. chosen.Skip(taken.Count).Select(row => row.Activity)]);
    }

    private async Task<Outcome?> Take(RowPreview row, CycleId cycle, FileChoice choice, MemberId by, CancellationToken ct)
    {
        long seen = choice.Rows[row.Row.Activity];
        if (row is RowPreview.Refused refused) return new Outcome.Refused(refused.Problems);
        if (row is RowPreview.Changed { Now: var stands } other && other.Fields.Any(f => IsLater(stands, f.Field, seen))) return new Outcome.Clashed(stands.Version, []);
        var (commands, version) = row switch
        {
            RowPreview.New added => (RowSteps.Of(added, cycle), FileIds.New),
            RowPreview.Changed changed => (RowSteps.Of(changed, changed.Now.Version, Fields(changed, choice)), changed.Now.Version),
            _ => ([], FileIds.New),
        };
        return commands.Count == 0 ? null : await steps.Send(commands, version, by, member.For, clock.GetCurrentInstant(), ct);
    }

    // Nobody has seen what became of the field after the preview: it is shown before it is overruled.
    private static bool IsLater(Activity now, string field, long seen) => now.Touched.TryGetValue(field, out var touch) && touch.Version > Math.Max(seen, 0);

    private static HashSet<string> Fields(RowPreview.Changed changed, FileChoice choice) =>
        [.. changed.Fields.Where(f => f.Theirs is null || choice.Instead.Contains(FileChoice.KeyOf(changed.Row.Activity, f.Field))).Select(f => f.Field)];
}
