namespace Vuosikello.Domain.Activities;

/// <summary>Takes away what was planned by mistake. Only a proposed one can be withdrawn; others are cancelled.</summary>
public sealed record WithdrawActivity(PartnershipId Partnership, ActivityId Activity) : IActivityCommand;

public static partial class ActivityDecider
{
    private static Decision Withdraw(Activity state) => state.Status switch
    {
        ActivityStatus.Withdrawn => Decision.Accept(),
        ActivityStatus.Proposed => Decision.Accept(new ActivityWithdrawn()),
        _ => Decision.Refuse(new Problem(ProblemCodes.ActivityNotProposed, ActivityFields.Status)),
    };
}
