using Vuosikello.Domain;
using Vuosikello.Domain.Activities;
using Vuosikello.Projections.History;

namespace Vuosikello.Web.Activities;

/// <summary>The inverse of a save, as an ordinary command.</summary>
public static class Undo
{
    /// <summary>The changes as they were saved, oldest first: the fields that one edit changed belong together, a change of status is by itself.</summary>
    public static IEnumerable<IReadOnlyList<ActivityChange>> Saves(IEnumerable<ActivityChange> history) => history
        .GroupBy(c => (c.Stamp.Command, Status: FieldOf(c.Event) == ActivityFields.Status ? c.Version : (long?)null))
        .Select(save => save.ToArray());

    /// <summary>
    /// Null when there is nothing to undo: one of the fields was changed again since (undo that first), or the change has no inverse now.
    /// </summary>
    /// <param name="save">What is to be undone; one of <see cref="Saves"/>.</param>
    /// <param name="now">The activity as it stands.</param>
    public static IActivityCommand? Of(IReadOnlyList<ActivityChange> save, Activity now)
    {
        var (partnership, id) = (now.Cycle.Partnership, now.Id);
        if (save[0].Event is ActivityPlanned)
            return now.Status == ActivityStatus.Proposed ? new WithdrawActivity(partnership, id) : null;
        if (save[0].Before is not { } before || !save.All(change => Stands(change, now))) return null;
        return save[0].Event switch
        {
            ActivityConfirmed => new ReturnActivityToProposal(partnership, id),
            ActivityReturnedToProposal => new ConfirmActivity(partnership, id),
            ActivityCancelled => new ReinstateActivity(partnership, id),
            ActivityReinstated => new CancelActivity(partnership, id, before.CancellationReason),
            ActivityHeld => new RevokeActivityHolding(partnership, id),
            ActivityHoldingRevoked => new MarkActivityHeld(partnership, id, before.Attendance),
            ActivityWithdrawn => null,
            _ => new EditActivity(partnership, id, save[^1].Version, Back(save, before.Details, now.Details)),
        };
    }

    private static bool Stands(ActivityChange change, Activity now) =>
        now.Touched.TryGetValue(FieldOf(change.Event), out var touch) && touch.Version == change.Version;

    // An agenda that did not move when the time changed does not move back with it either.
    private static ActivityChanges Back(IReadOnlyList<ActivityChange> save, ActivityDetails before, ActivityDetails now)
    {
        var back = save.Aggregate(new ActivityChanges(), (changes, change) => Back(changes, change.Event, before));
        return back is { Time: not null, Agenda: null } ? back with { Agenda = new(now.Agenda) } : back;
    }

    /// <summary>The field that an event changed.</summary>
    public static string FieldOf(IEvent happened) => happened switch
    {
        ActivityRetitled => ActivityFields.Title,
        ActivityRescheduled => ActivityFields.Time,
        ActivityDescribed => ActivityFields.Description,
        ActivityAreasChosen => ActivityFields.Areas,
        ActivityThemesChosen => ActivityFields.Themes,
        ActivityResponsibilityAssigned => ActivityFields.Responsible,
        ActivityParticipantsChosen => ActivityFields.Participants,
        ActivityRelocated or ActivityMovedIntoPremises => ActivityFields.Venue,
        ActivityAgendaSet => ActivityFields.Agenda,
        ActivityRegistrationArranged => ActivityFields.Registration,
        _ => ActivityFields.Status,
    };

    private static ActivityChanges Back(ActivityChanges changes, IEvent happened, ActivityDetails before) => happened switch
    {
        ActivityRetitled => changes with { Title = new(before.Title) },
        ActivityRescheduled => changes with { Time = new(before.Time) },
        ActivityDescribed => changes with { Description = new(before.Description) },
        ActivityAreasChosen => changes with { Areas = new(before.Areas) },
        ActivityThemesChosen => changes with { Themes = new(before.Themes) },
        ActivityResponsibilityAssigned => changes with { Responsible = new(before.Responsible) },
        ActivityParticipantsChosen => changes with { Participants = new(before.Participants) },
        ActivityRelocated or ActivityMovedIntoPremises => changes with { Venue = new(before.Venue) },
        ActivityAgendaSet => changes with { Agenda = new(before.Agenda) },
        ActivityRegistrationArranged => changes with { Registration = new(before.Registration) },
        _ => changes,
    };
}
