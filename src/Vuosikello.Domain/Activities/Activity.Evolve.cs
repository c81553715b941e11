namespace Vuosikello.Domain.Activities;

public sealed partial record Activity
{
    /// <inheritdoc />
    public static Activity? Evolve(Activity? state, Fact fact) => (state, fact.Event) switch
    {
        (null, ActivityPlanned e) => new Activity(
            e.Activity, e.Cycle, e.Details, ActivityStatus.Proposed, ActivityStatus.Proposed, LocalText.Empty, null,
            Touches.Empty, fact.Version),
        (null, _) => null,
        (_, ActivityRetitled e) => state.With(state.Details with { Title = e.Title }, ActivityFields.Title, fact),
        (_, ActivityRescheduled e) => state.With(state.Details with { Time = e.Time }, ActivityFields.Time, fact),
        (_, ActivityDescribed e) => state.With(state.Details with { Description = e.Description }, ActivityFields.Description, fact),
        (_, ActivityAreasChosen e) => state.With(state.Details with { Areas = e.Areas }, ActivityFields.Areas, fact),
        (_, ActivityThemesChosen e) => state.With(state.Details with { Themes = e.Themes }, ActivityFields.Themes, fact),
        (_, ActivityResponsibilityAssigned e) => state.With(state.Details with { Responsible = e.Responsible }, ActivityFields.Responsible, fact),
        (_, ActivityParticipantsChosen e) => state.With(state.Details with { Participants = e.Participants }, ActivityFields.Participants, fact),
        (_, ActivityRelocated e) => state.With(state.Details with { Venue = e.Venue }, ActivityFields.Venue, fact),
        (_, ActivityMovedIntoPremises e) => state.With(state.Details with { Venue = e.Venue }, ActivityFields.Venue, fact),
        (_, ActivityAgendaSet e) => state.With(state.Details with { Agenda = e.Agenda }, ActivityFields.Agenda, fact),
        (_, ActivityRegistrationArranged e) => state.With(state.Details with { Registration = e.Registration }, ActivityFields.Registration, fact),
        (_, ActivityConfirmed) => state.With(ActivityStatus.Confirmed, fact),
        (_, ActivityReturnedToProposal) => state.With(ActivityStatus.Proposed, fact),
        (_, ActivityCancelled e) => state.With(ActivityStatus.Cancelled, fact) with { CancellationReason = e.Reason },
        (_, ActivityReinstated e) => state.With(e.As, fact) with { CancellationReason = LocalText.Empty },
        (_, ActivityHeld e) => state.With(ActivityStatus.Held, fact) with { Attendance = e.Attendance },
        (_, ActivityHoldingRevoked e) => state.With(e.As, fact) with { Attendance = null },
        (_, ActivityWithdrawn) => state.With(ActivityStatus.Withdrawn, fact),
        _ => state with { Version = fact.Version },
    };

    private Activity With(ActivityDetails details, string field, Fact fact) =>
        this with { Details = details, Touched = Touched.SetItem(field, new Touch(fact.Version, fact.Stamp)), Version = fact.Version };

    private Activity With(ActivityStatus status, Fact fact) => this with
    {
        Status = status,
        // a corrected attendance or reason is the same status again: its undoing still goes back to before it
        StatusBefore = status == Status ? StatusBefore : Status,
        Touched = Touched.SetItem(ActivityFields.Status, new Touch(fact.Version, fact.Stamp)),
        Version = fact.Version,
    };
}
