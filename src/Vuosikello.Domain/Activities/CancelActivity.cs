namespace Vuosikello.Domain.Activities;

/// <summary>Calls an activity off. Of a cancelled one it corrects the reason.</summary>
/// <param name="Partnership">The activity's partnership.</param>
/// <param name="Activity">Which one.</param>
/// <param name="Reason">For the readers; may be empty.</param>
public sealed record CancelActivity(PartnershipId Partnership, ActivityId Activity, LocalText Reason) : IActivityCommand;

/// <summary>Undoes a cancellation.</summary>
public sealed record ReinstateActivity(PartnershipId Partnership, ActivityId Activity) : IActivityCommand;

public static partial class ActivityDecider
{
    private static Decision Cancel(Activity state, CancelActivity command)
    {
        IEnumerable<Problem> problems =
        [
            .. state.Status == ActivityStatus.Held ? Settled(state) : [],
            .. Texts.Optional(command.Reason, "reason", DetailsRules.TextLimit),
        ];
        return Decision.Unless(problems, () =>
            state.Status == ActivityStatus.Cancelled && state.CancellationReason == command.Reason
                ? Decision.Accept()
                : Decision.Accept(new ActivityCancelled(command.Reason)));
    }

    private static Decision Reinstate(Activity state) =>
        state.Status == ActivityStatus.Cancelled ? Decision.Accept(new ActivityReinstated(state.StatusBefore)) : Decision.Accept();
}
