using NodaTime;

namespace Vuosikello.Domain.CommentRounds;

/// <summary>Lets an open round close later; nobody's time is made shorter.</summary>
/// <param name="Closes">The new closing, itself outside, UTC.</param>
public sealed record ProlongRound(RoundId Round, Instant Closes) : IRoundCommand;

public static partial class CommentRoundDecider
{
    private static Decision Prolong(CommentRound state, ProlongRound command, Instant now)
    {
        IEnumerable<Problem> problems =
        [
            .. NotOpen(state, now),
            .. command.Closes < state.Plan.Closes ? new[] { new Problem(ProblemCodes.ClosingNotLater, "closes", [Iso(state.Plan.Closes)]) } : [],
        ];
        return Decision.Unless(problems, () =>
            command.Closes == state.Plan.Closes ? Decision.Accept() : Decision.Accept(new RoundProlonged(command.Closes)));
    }
}
