namespace Vuosikello.Domain.Activities;

/// <summary>A new activity stands in a year, proposed.</summary>
public sealed record ActivityPlanned(ActivityId Activity, CycleId Cycle, ActivityDetails Details) : IEvent;

public sealed record ActivityRetitled(LocalText Title) : IEvent;

public sealed record ActivityRescheduled(ActivityTime Time) : IEvent;

public sealed record ActivityDescribed(LocalText Description) : IEvent;

public sealed record ActivityAreasChosen(ValueList<AreaId> Areas) : IEvent;

public sealed record ActivityThemesChosen(ValueList<ThemeId> Themes) : IEvent;

/// <summary>Somebody else (or nobody, null) answers for it from now on.</summary>
public sealed record ActivityResponsibilityAssigned(Responsible? Responsible) : IEvent;

public sealed record ActivityParticipantsChosen(ValueList<PartnerId> Participants) : IEvent;

public sealed record ActivityRelocated(Venue? Venue) : IEvent;

/// <summary>It takes place in premises of the register from now on. What <see cref="ActivityRelocated"/> and <see cref="ActivityPlanned"/> tell of is a place that is in no register.</summary>
public sealed record ActivityMovedIntoPremises(Venue Venue) : IEvent;

public sealed record ActivityAgendaSet(ValueList<AgendaRow> Agenda) : IEvent;

public sealed record ActivityRegistrationArranged(Registration? Registration) : IEvent;

public sealed record ActivityConfirmed : IEvent;

/// <summary>Back from confirmed to proposed: the inverse of a confirmation.</summary>
public sealed record ActivityReturnedToProposal : IEvent;

/// <param name="Reason">Shown to readers; may be empty.</param>
public sealed record ActivityCancelled(LocalText Reason) : IEvent;

/// <summary>A cancelled activity takes place after all: the inverse of a cancellation.</summary>
/// <param name="As">The status it had before: proposed or confirmed.</param>
public sealed record ActivityReinstated(ActivityStatus As) : IEvent;

/// <summary>It took place.</summary>
/// <param name="Attendance">Who came; null when nobody counted.</param>
public sealed record ActivityHeld(Attendance? Attendance) : IEvent;

/// <summary>It was marked as held by mistake: the inverse of the marking.</summary>
/// <param name="As">The status it had before: proposed or confirmed.</param>
public sealed record ActivityHoldingRevoked(ActivityStatus As) : IEvent;

/// <summary>It was planned by mistake: the inverse of planning. Views no longer show it; the history does.</summary>
public sealed record ActivityWithdrawn : IEvent;
