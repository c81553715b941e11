namespace Vuosikello.Domain.CommentRounds;

/// <summary>Gives a round up while nobody has sent a statement.</summary>
/// <param name="Reason">Why; what the invited read.</param>
public sealed record CancelRound(RoundId Round, LocalText Reason) : IRoundCommand;

public static partial class CommentRoundDecider
{
    private static Decision Cancel(CommentRound state, CancelRound command)
    {
        if (state.Phase == RoundPhase.Cancelled) return Decision.Accept();
        IEnumerable<Problem> problems =
        [
            .. state.Phase == RoundPhase.Closed ? new[] { new Problem(ProblemCodes.RoundIsOver, "round", [Iso(state.Plan.Closes)]) } : [],
            .. state.Statements.Any(s => s.Sent is not null) ? new[] { new Problem(ProblemCodes.RoundHasStatements, "round") } : [],
            .. Texts.Required(command.Reason, "reason", TextLimit),
        ];
        return Decision.Unless(problems, () => Decision.Accept(new RoundCancelled(command.Reason)));
    }
}
