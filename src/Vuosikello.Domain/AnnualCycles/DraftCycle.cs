namespace Vuosikello.Domain.AnnualCycles;

public sealed record DraftCycle(CycleId Cycle) : ICycleCommand;

public static partial class AnnualCycleDecider
{
    private static Decision Draft(AnnualCycle? state, DraftCycle command) => state is null
        ? Decision.Unless(OutOfRange(command.Cycle), () => Decision.Accept(new CycleDrafted(command.Cycle)))
        : Decision.Refuse(About(ProblemCodes.CycleExists, command.Cycle.Year));
}
