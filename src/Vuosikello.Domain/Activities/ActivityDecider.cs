using NodaTime;
using Vuosikello.Domain.AnnualCycles;
using Vuosikello.Domain.Partnerships;
using Vuosikello.Domain.PremisesRegisters;

namespace Vuosikello.Domain.Activities;

/// <summary>A command to one activity.</summary>
public interface IActivityCommand : ICommandWithin
{
    ActivityId Activity { get; }
}

/// <summary>What a decision on an activity needs to know of other aggregates, as their streams say; null for what does not exist.</summary>
/// <param name="Partnership">The command's partnership.</param>
/// <param name="Cycle">The activity's cycle (for a new activity: the one it is planned into).</param>
public sealed record ActivitySurroundings(Partnership? Partnership, AnnualCycle? Cycle)
{
    /// <summary>The partnership's register of premises; null while it is empty, and where the command names none of it.</summary>
    public PremisesRegister? Premises { get; init; }
}

/// <summary>Decides what commands to an activity bring about. Pure: everything it knows comes in.</summary>
public static partial class ActivityDecider
{
    /// <param name="state">The activity, or null before it was planned.</param>
    /// <param name="command">What is wanted.</param>
    /// <param name="around">The partnership and the cycle.</param>
    /// <param name="now">The present, for what cannot be before its time.</param>
    public static Decision Decide(Activity? state, IActivityCommand command, ActivitySurroundings around, Instant now)
    {
        if (command is PlanActivity plan) return Plan(state, plan, around);
        // an activity of another partnership is none of this one's: rights were looked up in the command's partnership
        if (state is null || state.Cycle.Partnership != command.Partnership) return Decision.Refuse(new Problem(ProblemCodes.NoSuchActivity));
        return Decision.Unless(Unreachable(state, command, around), () => command switch
        {
            EditActivity edit => Edit(state, edit, around),
            RescheduleActivity reschedule => Reschedule(state, reschedule, around),
            ConfirmActivity => Confirm(state),
            ReturnActivityToProposal => ReturnToProposal(state),
            CancelActivity cancel => Cancel(state, cancel),
            ReinstateActivity => Reinstate(state),
            MarkActivityHeld held => MarkHeld(state, held, now),
            RevokeActivityHolding => RevokeHolding(state),
            WithdrawActivity => Withdraw(state),
            _ => throw new ArgumentOutOfRangeException(nameof(command), command.GetType().Name, "no decision for this command"),
        });
    }

    private static IEnumerable<Problem> Unreachable(Activity state, IActivityCommand command, ActivitySurroundings around) =>
    [
        .. Closed(state.Cycle, around),
        .. state.Status == ActivityStatus.Withdrawn && command is not WithdrawActivity
            ? new[] { new Problem(ProblemCodes.ActivityIsWithdrawn) } : [],
    ];

    private static IEnumerable<Problem> Closed(CycleId cycle, ActivitySurroundings around)
    {
        string year = Texts.Iso(cycle.Year);
        if (around.Partnership is null || around.Partnership.Id != cycle.Partnership)
            yield return new Problem(ProblemCodes.NoSuchPartnership, "partnership", [cycle.Partnership.Value ?? ""]);
        else if (around.Cycle is null || around.Cycle.Id != cycle)
            yield return new Problem(ProblemCodes.NoSuchCycle, "cycle", [year]);
        else if (around.Cycle.Phase == CyclePhase.Closed)
            yield return new Problem(ProblemCodes.CycleIsClosed, "cycle", [year]);
    }

    /// <summary>Where a status stands in the way: what is cancelled or has been held is changed only after undoing that.</summary>
    private static IEnumerable<Problem> Settled(Activity state) => state.Status switch
    {
        ActivityStatus.Cancelled => [new Problem(ProblemCodes.ActivityIsCancelled, ActivityFields.Status)],
        ActivityStatus.Held => [new Problem(ProblemCodes.ActivityIsHeld, ActivityFields.Status)],
        _ => [],
    };
}
