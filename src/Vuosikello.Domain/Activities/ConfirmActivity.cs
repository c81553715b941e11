namespace Vuosikello.Domain.Activities;

public sealed record ConfirmActivity(PartnershipId Partnership, ActivityId Activity) : IActivityCommand;

/// <summary>Undoes a confirmation.</summary>
public sealed record ReturnActivityToProposal(PartnershipId Partnership, ActivityId Activity) : IActivityCommand;

public static partial class ActivityDecider
{
    private static Decision Confirm(Activity state) => Decision.Unless(Settled(state), () =>
        state.Status == ActivityStatus.Confirmed ? Decision.Accept() : Decision.Accept(new ActivityConfirmed()));

    private static Decision ReturnToProposal(Activity state) => Decision.Unless(Settled(state), () =>
        state.Status == ActivityStatus.Proposed ? Decision.Accept() : Decision.Accept(new ActivityReturnedToProposal()));
}
