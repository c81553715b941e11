using NodaTime;
using Vuosikello.Domain;
using Vuosikello.Domain.Activities;

namespace Vuosikello.Commands.ActivityFiles;

/// <summary>
/// Compares what a file says with what stands: three ways, where it is known what the file was made of or what it brought the last
/// time. Pure, and nothing happens: what would be refused is found by deciding without appending.
/// </summary>
/// <param name="Cycle">The year that is imported into.</param>
/// <param name="Around">The partnership and the year as they are.</param>
/// <param name="Standing">What the importing member may do.</param>
/// <param name="At">Now.</param>
public sealed record RowComparison(CycleId Cycle, ActivitySurroundings Around, Standing Standing, Instant At)
{
    /// <summary>What would become of a row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="now">The activity as it stands; null when there is none.</param>
    /// <param name="known">What the file builds on; null when that is not known, or there is no activity.</param>
    public RowPreview Of(FileRow row, Activity? now, FileBase? known)
    {
        if (now is null) return OfNew(row);
        if (now.Cycle != Cycle) return new RowPreview.PassedOver(row, PassedOverReasons.Elsewhere);
        if (now.Status == ActivityStatus.Withdrawn) return new RowPreview.PassedOver(row, PassedOverReasons.Withdrawn);
        return OfKnown(row, now, known);
    }

    private RowPreview OfNew(FileRow row)
    {
        if (row.Said.Time is not { } time) return new RowPreview.Refused(row, [new Problem(ProblemCodes.TextMissing, ActivityFields.Time)]);
        if (ActivityStart.Of(time).Year != Cycle.Year) return new RowPreview.PassedOver(row, PassedOverReasons.OtherYear);
        if (row.Said.Status == ActivityStatus.Cancelled) return new RowPreview.PassedOver(row, PassedOverReasons.CancelledBefore);
        var details = row.Said.Alone(time, Standing.For);
        var added = new RowPreview.New(row, details, ActivityStatus.Proposed);
        if (RowSteps.Problems(null, RowSteps.Of(added, Cycle), this) is { Count: > 0 } problems) return new RowPreview.Refused(row, problems);
        if (row.Said.Status != ActivityStatus.Confirmed) return added;
        var confirmed = added with { Status = ActivityStatus.Confirmed };
        return RowSteps.Problems(null, RowSteps.Of(confirmed, Cycle), this).Count == 0 ? confirmed : added with { StatusIsNotYours = true };
    }

    private RowPreview OfKnown(FileRow row, Activity now, FileBase? known)
    {
        var wanted = row.Said.Over(now.Details);
        var before = known is null ? null : row.Said.Over(known.Details);
        var (changes, kept) = (new List<FieldChange>(), new List<string>());
        foreach (string field in DetailFields.All)
        {
            var (stands, said) = (DetailFields.Of(now.Details, field), DetailFields.Of(wanted, field));
            if (Equals(stands, said)) continue;
            // The file says what it said then, and people have changed it since: theirs stands.
            bool saysTheSame = before is not null && Equals(DetailFields.Of(before, field), DetailFields.Of(known!.Details, field));
            if (saysTheSame) kept.Add(field);
            else changes.Add(new FieldChange(field, stands, said, Since(now, field, known)));
        }
        bool notYours = Status(row, now, known, changes, kept);
        if (changes.Count == 0) return new RowPreview.Same(row, now, kept.ToValueList()) { StatusIsNotYours = notYours };
        var changed = new RowPreview.Changed(row, now, changes.ToValueList()) { StatusIsNotYours = notYours, SeemsAnother = AnotherActivity.Seems(now.Details, row.Said) };
        var steps = RowSteps.Of(changed, now.Version, changes.Select(c => c.Field).ToHashSet(StringComparer.Ordinal));
        return RowSteps.Problems(now, steps, this) is { Count: > 0 } problems ? new RowPreview.Refused(row, problems) : changed;
    }

    /// <returns>True when the file's status is another one, and not this member's to give.</returns>
    private bool Status(FileRow row, Activity now, FileBase? known, List<FieldChange> changes, List<string> kept)
    {
        // What was held was confirmed before: calendars cannot say more.
        if (row.Said.Status is not { } said || said == now.Status || (now.Status == ActivityStatus.Held && said == ActivityStatus.Confirmed)) return false;
        if (known is not null && known.Status == said) kept.Add(ActivityFields.Status);
        else if (Rights.Check(typeof(CancelActivity), Standing, now) is not null) return true;
        else changes.Add(new FieldChange(ActivityFields.Status, now.Status, said, Since(now, ActivityFields.Status, known)));
        return false;
    }

    /// <summary>The last change of a field, when it came after what the file builds on and from no file.</summary>
    private static Stamp? Since(Activity now, string field, FileBase? known)
    {
        if (!now.Touched.TryGetValue(field, out var touch)) return null;
        bool later = touch.Version > (known?.Version ?? 0) && !FileIds.IsOfFile(now.Id, touch.Version, touch.Stamp, field == ActivityFields.Status);
        return later ? touch.Stamp : null;
    }
}
