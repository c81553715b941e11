using Vuosikello.Domain;
using Vuosikello.Domain.Activities;

namespace Vuosikello.Commands.ActivityFiles;

/// <summary>The ordinary commands that a row of a file comes to.</summary>
public static class RowSteps
{
    /// <summary>A new activity: planned, and confirmed where the file says so.</summary>
    public static IReadOnlyList<IActivityCommand> Of(RowPreview.New added, CycleId cycle)
    {
        var plan = new PlanActivity(cycle, added.Row.Activity, added.Details);
        return added.Status == ActivityStatus.Confirmed ? [plan, new ConfirmActivity(cycle.Partnership, plan.Activity)] : [plan];
    }

    /// <summary>Changes of some fields. Reinstated first: what is cancelled cannot be edited; cancelled last.</summary>
    /// <param name="changed">What the file would change.</param>
    /// <param name="basedOn">The version that they are based on: what others change later clashes.</param>
    /// <param name="fields">Which of the fields to take.</param>
    public static IReadOnlyList<IActivityCommand> Of(RowPreview.Changed changed, long basedOn, IReadOnlySet<string> fields)
    {
        var (partnership, activity) = (changed.Now.Cycle.Partnership, changed.Now.Id);
        var taken = changed.Fields.Where(f => fields.Contains(f.Field)).ToDictionary(f => f.Field, f => f.After, StringComparer.Ordinal);
        ActivityStatus? status = taken.Remove(ActivityFields.Status, out object? said) ? (ActivityStatus)said! : null;
        var steps = new List<IActivityCommand>();
        bool reinstated = status is not null && changed.Now.Status == ActivityStatus.Cancelled;
        if (reinstated) steps.Add(new ReinstateActivity(partnership, activity));
        if (taken.Count > 0) steps.Add(new EditActivity(partnership, activity, basedOn, Edits(taken)));
        var standing = reinstated ? changed.Now.StatusBefore : changed.Now.Status;
        if (status is { } wanted && wanted != standing) steps.Add(Towards(wanted, partnership, activity));
        return steps;
    }

    /// <summary>What would be refused of these steps, one after the other; nothing happens.</summary>
    internal static ValueList<Problem> Problems(Activity? state, IEnumerable<IActivityCommand> steps, RowComparison comparison)
    {
        foreach (var step in steps)
        {
            var right = state is null ? Rights.Check(step.GetType(), comparison.Standing) : Rights.Check(step.GetType(), comparison.Standing, state);
            if (right is not null) return [right];
            switch (ActivityDecider.Decide(state, step, comparison.Around, comparison.At))
            {
                case Decision.Refused refused:
                    return refused.Problems;
                case Decision.Accepted accepted:
                    foreach (var e in accepted.Events)
                        state = Activity.Evolve(state, new Fact(e, (state?.Version ?? -1) + 1, new Stamp(default, default, comparison.Standing.For, comparison.At)));
                    break;
            }
        }
        return [];
    }

    private static IActivityCommand Towards(ActivityStatus status, PartnershipId partnership, ActivityId activity) => status switch
    {
        ActivityStatus.Confirmed => new ConfirmActivity(partnership, activity),
        ActivityStatus.Cancelled => new CancelActivity(partnership, activity, LocalText.Empty),
        ActivityStatus.Proposed => new ReturnActivityToProposal(partnership, activity),
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "A file does not say this status."),
    };

    private static ActivityChanges Edits(Dictionary<string, object?> taken) => new()
    {
        Title = Edit<LocalText>(taken, ActivityFields.Title),
        Time = Edit<ActivityTime>(taken, ActivityFields.Time),
        Description = Edit<LocalText>(taken, ActivityFields.Description),
        Areas = Edit<ValueList<AreaId>>(taken, ActivityFields.Areas),
        Themes = Edit<ValueList<ThemeId>>(taken, ActivityFields.Themes),
        Responsible = Edit<Responsible?>(taken, ActivityFields.Responsible),
        Participants = Edit<ValueList<PartnerId>>(taken, ActivityFields.Participants),
        Venue = Edit<Venue?>(taken, ActivityFields.Venue),
        Registration = Edit<Registration?>(taken, ActivityFields.Registration),
    };

    private static Edit<T>? Edit<T>(Dictionary<string, object?> taken, string field) => taken.TryGetValue(field, out object? value) ? new Edit<T>((T)value!) : null;
}
