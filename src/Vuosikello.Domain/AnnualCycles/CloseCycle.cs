namespace Vuosikello.Domain.AnnualCycles;

/// <summary>Ends the work on a year: from now on nothing in it is edited.</summary>
public sealed record CloseCycle(CycleId Cycle) : ICycleCommand;

/// <summary>Undoes a closing.</summary>
public sealed record ReopenCycle(CycleId Cycle) : ICycleCommand;

public static partial class AnnualCycleDecider
{
    private static Decision Close(AnnualCycle state) => state.Phase switch
    {
        CyclePhase.Closed => Decision.Accept(),
        CyclePhase.Adopted => Decision.Accept(new CycleClosed()),
        _ => Decision.Refuse(About(ProblemCodes.CycleNotAdopted, state.Id.Year)),
    };

    private static Decision Reopen(AnnualCycle state) => state.Phase switch
    {
        CyclePhase.Adopted => Decision.Accept(),
        CyclePhase.Closed => Decision.Accept(new CycleReopened()),
        _ => Decision.Refuse(About(ProblemCodes.CycleNotClosed, state.Id.Year)),
    };
}
