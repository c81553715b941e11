namespace Vuosikello.Domain.Activities;

/// <summary>Puts a new activity, proposed, into a year.</summary>
public sealed record PlanActivity(CycleId Cycle, ActivityId Activity, ActivityDetails Details) : IActivityCommand
{
    public PartnershipId Partnership => Cycle.Partnership;
}

public static partial class ActivityDecider
{
    private static Decision Plan(Activity? state, PlanActivity command, ActivitySurroundings around)
    {
        if (state is not null) return Decision.Refuse(new Problem(ProblemCodes.ActivityExists));
        var details = DetailsRules.Tidy(command.Details);
        IEnumerable<Problem> problems =
        [
            .. Closed(command.Cycle, around),
            .. DetailsRules.Broken(details, before: null, command.Cycle.Year, around),
        ];
        return Decision.Unless(problems, () => details.Venue is { Premises: not null } venue
            ? Decision.Accept(new ActivityPlanned(command.Activity, command.Cycle, details with { Venue = null }), new ActivityMovedIntoPremises(venue))
            : Decision.Accept(new ActivityPlanned(command.Activity, command.Cycle, details)));
    }
}
