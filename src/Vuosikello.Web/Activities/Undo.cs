using Vuosikello.Domain;
using Vuosikello.Domain.Activities;
using Vuosikello.Projections.History;

namespace Vuosikello.Web.Activities;

/// <summary>The inverse of a change, as an ordinary command.</summary>
public static class Undo
{
    /// <summary>
    /// Null when there is nothing to undo: the field was changed again since (undo that first), or the change has no inverse now.
    /// </summary>
    /// <param name="change">What is to be undone.</param>
    /// <param name="now">The activity as it stands.</param>
    public static IActivityCommand? Of(ActivityChange change, Activity now)
    {
        var (partnership, id) = (now.Cycle.Partnership, now.Id);
        if (change.Event is ActivityPlanned)
            return now.Status == ActivityStatus.Proposed ? new WithdrawActivity(partnership, id) : null;
        if (change.Before is not { } before || !now.Touched.TryGetValue(FieldOf(change.Event), out var touch) || touch.Version != change.Version) return null;
        return change.Event switch
        {
            ActivityConfirmed => new ReturnActivityToProposal(partnership, id),
            ActivityReturnedToProposal => new ConfirmActivity(partnership, id),
            ActivityCancelled => new ReinstateActivity(partnership, id),
            ActivityReinstated => new CancelActivity(partnership, id, before.CancellationReason),
            ActivityHeld => new RevokeActivityHolding(partnership, id),
            ActivityHoldingRevoked => new MarkActivityHeld(partnership, id, before.Attendance),
            ActivityWithdrawn => null,
            _ => new EditActivity(partnership, id, change.Version, Back(change.Event, before.Details)),
        };
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
        ActivityRelocated => ActivityFields.Venue,
        ActivityAgendaSet => ActivityFields.Agenda,
        ActivityRegistrationArranged => ActivityFields.Registration,
        _ => ActivityFields.Status,
    };

    private static ActivityChanges Back(IEvent happened, ActivityDetails before) => happened switch
    {
        ActivityRetitled => new() { Title = new(before.Title) },
        ActivityRescheduled => new() { Time = new(before.Time) },
        ActivityDescribed => new() { Description = new(before.Description) },
        ActivityAreasChosen => new() { Areas = new(before.Areas) },
        ActivityThemesChosen => new() { Themes = new(before.Themes) },
        ActivityResponsibilityAssigned => new() { Responsible = new(before.Responsible) },
        ActivityParticipantsChosen => new() { Participants = new(before.Participants) },
        ActivityRelocated => new() { Venue = new(before.Venue) },
        ActivityAgendaSet => new() { Agenda = new(before.Agenda) },
        ActivityRegistrationArranged => new() { Registration = new(before.Registration) },
        _ => new(),
    };
}
