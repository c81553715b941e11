namespace Vuosikello.Domain.Activities;

/// <summary>Moves an activity in time: <see cref="EditActivity"/> of the time alone, by its own name; its agenda moves along.</summary>
public sealed record RescheduleActivity(PartnershipId Partnership, ActivityId Activity, long BasedOn, ActivityTime Time) : IActivityCommand;

public static partial class ActivityDecider
{
    private static Decision Reschedule(Activity state, RescheduleActivity command, ActivitySurroundings around)
    {
        var changes = new ActivityChanges { Time = new Edit<ActivityTime>(command.Time) };
        return Edit(state, new EditActivity(command.Partnership, command.Activity, command.BasedOn, changes), around);
    }
}
