namespace Vuosikello.Domain.AnnualCycles;

/// <param name="Round">The round that comments on it, when the server says so; null when the coordinator opens it by hand.</param>
public sealed record OpenCycleForComments(CycleId Cycle, RoundId? Round = null) : ICycleCommand;

/// <summary>Ends a round without adoption.</summary>
public sealed record ReturnCycleToDraft(CycleId Cycle) : ICycleCommand;

public static partial class AnnualCycleDecider
{
    // What was opened by hand comes into the round that opens on it.
    private static Decision OpenForComments(AnnualCycle state, OpenCycleForComments command) => state.Phase switch
    {
        CyclePhase.InCommentRound when command.Round is null || state.Round is not null => Decision.Accept(),
        CyclePhase.Draft or CyclePhase.InCommentRound => Decision.Accept(new CycleOpenedForComments(command.Round)),
        _ => Decision.Refuse(About(ProblemCodes.CycleNotDraft, state.Id.Year)),
    };

    private static Decision ReturnToDraft(AnnualCycle state) => state.Phase switch
    {
        CyclePhase.Draft => Decision.Accept(),
        CyclePhase.InCommentRound => Decision.Accept(new CycleReturnedToDraft()),
        _ => Decision.Refuse(About(ProblemCodes.CycleNotInCommentRound, state.Id.Year)),
    };
}
