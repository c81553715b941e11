using Vuosikello.Domain;
using Vuosikello.Domain.Activities;

namespace Vuosikello.Commands.ActivityFiles;

/// <summary>
/// Ids that follow from what a file says, so that the same file twice, a reload or a second press of the button do nothing twice; and
/// so that a change tells later whether it came from a file.
/// </summary>
public static class FileIds
{
    /// <summary>The version of an activity that is not there yet.</summary>
    public const long New = -1;

    // Stored in the ids of what was imported: never to be renamed.
    private static readonly string[] Kinds = ["edit", "confirm", "return", "cancel", "reinstate"];

    /// <summary>Versions that the steps of one row can make, and some of others in between.</summary>
    private const int MostVersions = 16;

    private static readonly Guid Activities = new("4b8f0a4e-2f6b-4f0d-9c1e-53a1c7d20e61");
    private static readonly Guid Commands = new("4b8f0a4e-2f6b-4f0d-9c1e-53a1c7d20e62");

    /// <summary>The activity that a file's name for it means in a year.</summary>
    /// <param name="cycle">The year it is imported into.</param>
    /// <param name="source">What kind of name it is: the same name may stand in a calendar and in a table.</param>
    /// <param name="name">A UID, a key, or what stands for one.</param>
    public static ActivityId Activity(CycleId cycle, string source, string name) =>
        new(DeterministicGuid.Create(Activities, $"{cycle.Partnership}/{cycle.Year:0000}/{source}/{name}"));

    /// <summary>The id of a step of a member's import. Nobody else's command can have it: a client's own choice is made another id of.</summary>
    /// <param name="member">Who imports.</param>
    /// <param name="step">One command to an activity.</param>
    /// <param name="version">The activity's version that the step was made for.</param>
    public static CommandId Command(MemberId member, IActivityCommand step, long version) => step switch
    {
        PlanActivity => Of(member, step.Activity, "plan"),
        EditActivity => Of(member, step.Activity, $"{Kinds[0]}/{version}"),
        ConfirmActivity => Of(member, step.Activity, $"{Kinds[1]}/{version}"),
        ReturnActivityToProposal => Of(member, step.Activity, $"{Kinds[2]}/{version}"),
        CancelActivity => Of(member, step.Activity, $"{Kinds[3]}/{version}"),
        ReinstateActivity => Of(member, step.Activity, $"{Kinds[4]}/{version}"),
        _ => throw new ArgumentOutOfRangeException(nameof(step), step.GetType().Name, "An import gives no such command."),
    };

    /// <summary>True when the change of an activity that has this version and stamp came from a file.</summary>
    /// <param name="activity">The activity.</param>
    /// <param name="version">The version that the change made.</param>
    /// <param name="stamp">Who changed it, by which command.</param>
    /// <param name="ofStatus">True for a change of the status, false for one of any other field: another kind of command did it.</param>
    public static bool IsOfFile(ActivityId activity, long version, Stamp stamp, bool ofStatus)
    {
        if (version == 0) return IsPlannedByFile(activity, stamp);
        var kinds = ofStatus ? Kinds.AsSpan(1) : Kinds.AsSpan(0, 1);
        for (long before = version - 1; before >= Math.Max(0, version - MostVersions); before--)
        {
            foreach (string kind in kinds)
            {
                if (stamp.Command == Of(stamp.By, activity, $"{kind}/{before}")) return true;
            }
        }
        // a new activity is confirmed in one go with its planning
        return ofStatus && stamp.Command == Of(stamp.By, activity, $"{Kinds[1]}/{New}");
    }

    /// <summary>True when an activity was planned by a file.</summary>
    public static bool IsPlannedByFile(ActivityId activity, Stamp planned) => planned.Command == Of(planned.By, activity, "plan");

    private static CommandId Of(MemberId member, ActivityId activity, string what) =>
        new(DeterministicGuid.Create(Commands, $"{member}/{activity}/{what}"));
}
