namespace Vuosikello.Domain.AnnualCycles;

public sealed record AdoptCycle(CycleId Cycle) : ICycleCommand;

public static partial class AnnualCycleDecider
{
    private static Decision Adopt(AnnualCycle state) => state.Phase switch
    {
        CyclePhase.Adopted => Decision.Accept(),
        CyclePhase.Draft or CyclePhase.InCommentRound => Decision.Accept(new CycleAdopted()),
        _ => Decision.Refuse(About(ProblemCodes.CycleIsClosed, state.Id.Year)),
    };
}
