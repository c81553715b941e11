namespace Vuosikello.Domain.Activities;

/// <summary>A command to one activity.</summary>
public interface IActivityCommand : ICommand
{
    ActivityId Activity { get; }
}

/// <summary>Puts a new activity, proposed, into a year.</summary>
public sealed record PlanActivity(CycleId Cycle, ActivityId Activity, ActivityDetails Details) : IActivityCommand
{
    public PartnershipId Partnership => Cycle.Partnership;
}

/// <summary>Changes some fields of an activity; fields that are null stay as they are.</summary>
/// <param name="Partnership">The activity's partnership.</param>
/// <param name="Activity">Which one.</param>
/// <param name="BasedOn">The version that the editor saw. Others' later changes to other fields are merged; to the same field they clash.</param>
/// <param name="Changes">Only the fields that the editor changed.</param>
public sealed record EditActivity(PartnershipId Partnership, ActivityId Activity, long BasedOn, ActivityChanges Changes) : IActivityCommand;

/// <summary>The fields of one edit; null means untouched.</summary>
public sealed record ActivityChanges
{
    public Edit<LocalText>? Title { get; init; }
    public Edit<ActivityTime>? Time { get; init; }
    public Edit<LocalText>? Description { get; init; }
    public Edit<ValueList<AreaId>>? Areas { get; init; }
    public Edit<ValueList<ThemeId>>? Themes { get; init; }
    public Edit<Responsible?>? Responsible { get; init; }
    public Edit<ValueList<PartnerId>>? Participants { get; init; }
    public Edit<Venue?>? Venue { get; init; }
    public Edit<ValueList<AgendaRow>>? Agenda { get; init; }
    public Edit<Registration?>? Registration { get; init; }
}

/// <summary>Moves an activity in time: <see cref="EditActivity"/> of the time alone, by its own name.</summary>
public sealed record RescheduleActivity(PartnershipId Partnership, ActivityId Activity, long BasedOn, ActivityTime Time) : IActivityCommand;

public sealed record ConfirmActivity(PartnershipId Partnership, ActivityId Activity) : IActivityCommand;

/// <summary>Undoes a confirmation.</summary>
public sealed record ReturnActivityToProposal(PartnershipId Partnership, ActivityId Activity) : IActivityCommand;

public sealed record CancelActivity(PartnershipId Partnership, ActivityId Activity, LocalText Reason) : IActivityCommand;

/// <summary>Undoes a cancellation.</summary>
public sealed record ReinstateActivity(PartnershipId Partnership, ActivityId Activity) : IActivityCommand;

public sealed record MarkActivityHeld(PartnershipId Partnership, ActivityId Activity, Attendance? Attendance) : IActivityCommand;

/// <summary>Undoes the marking as held.</summary>
public sealed record RevokeActivityHolding(PartnershipId Partnership, ActivityId Activity) : IActivityCommand;

/// <summary>Takes away what was planned by mistake. Only a proposed one can be withdrawn; others are cancelled.</summary>
public sealed record WithdrawActivity(PartnershipId Partnership, ActivityId Activity) : IActivityCommand;
