namespace Vuosikello.Domain.AnnualCycles;

public sealed record OpenCycleForComments(CycleId Cycle) : ICycleCommand;

/// <summary>Ends a round without adoption.</summary>
public sealed record ReturnCycleToDraft(CycleId Cycle) : ICycleCommand;

public static partial class AnnualCycleDecider
{
    private static Decision OpenForComments(AnnualCycle state) => state.Phase switch
    {
        CyclePhase.InCommentRound => Decision.Accept(),
        CyclePhase.Draft => Decision.Accept(new CycleOpenedForComments()),
        _ => Decision.Refuse(About(ProblemCodes.CycleNotDraft, state.Id.Year)),
    };

    private static Decision ReturnToDraft(AnnualCycle state) => state.Phase switch
    {
        CyclePhase.Draft => Decision.Accept(),
        CyclePhase.InCommentRound => Decision.Accept(new CycleReturnedToDraft()),
        _ => Decision.Refuse(About(ProblemCodes.CycleNotInCommentRound, state.Id.Year)),
    };
}
