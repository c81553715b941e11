namespace Vuosikello.Domain.AnnualCycles;

/// <param name="Round">The round that comments on it, when the server says so; null when the coordinator opens it by hand.</param>
public sealed record OpenCycleForComments(CycleId Cycle, RoundId? Round = null) : ICycleCommand;

/// <summary>Ends a round without adoption.</summary>
/// <param name="Round">The round that lets it go, when the server says so: in another one it stays. Null when the coordinator takes it back by hand.</param>
public sealed record ReturnCycleToDraft(CycleId Cycle, RoundId? Round = null) : ICycleCommand;

public static partial class AnnualCycleDecider
{
    // What was opened by hand comes into the round that opens on it.
    private static Decision OpenForComments(AnnualCycle state, OpenCycleForComments command) => state.Phase switch
    {
        CyclePhase.InCommentRound when command.Round is null || state.Round == command.Round => Decision.Accept(),
        CyclePhase.InCommentRound when state.Round is not null => Decision.Refuse(new Problem(ProblemCodes.DocumentInAnotherRound, "round", [state.Id.ToString()])),
        CyclePhase.Draft or CyclePhase.InCommentRound => Decision.Accept(new CycleOpenedForComments(command.Round)),
        _ => Decision.Refuse(About(ProblemCodes.CycleNotDraft, state.Id.Year)),
    };

    private static Decision ReturnToDraft(AnnualCycle state, ReturnCycleToDraft command) => state.Phase switch
    {
        _ when command.Round is { } round && state.Round != round => Decision.Accept(),
        CyclePhase.Draft => Decision.Accept(),
        CyclePhase.InCommentRound => Decision.Accept(new CycleReturnedToDraft()),
        _ => Decision.Refuse(About(ProblemCodes.CycleNotInCommentRound, state.Id.Year)),
    };
}
