using NodaTime;

namespace Vuosikello.Domain.CommentRounds;

/// <summary>Lets one partner state late.</summary>
/// <param name="Until">Until this instant, itself outside, UTC; after the round's closing.</param>
public sealed record AllowLateStatement(RoundId Round, PartnerId Partner, Instant Until) : IRoundCommand;

public static partial class CommentRoundDecider
{
    private static Decision AllowLate(CommentRound state, AllowLateStatement command, Instant now)
    {
        var least = Instant.Max(now, state.Plan.Closes);
        IEnumerable<Problem> problems =
        [
            .. state.Phase == RoundPhase.Planned ? NotOpen(state, now) : [],
            .. NotInvited(state, command.Partner),
            .. command.Until <= least ? new[] { new Problem(ProblemCodes.LeaveEndsTooSoon, "until", [Iso(least)]) } : [],
            .. Answered(state, command.Partner),
        ];
        return Decision.Unless(problems, () => state.LeaveOf(command.Partner)?.Until == command.Until
            ? Decision.Accept() : Decision.Accept(new LateStatementAllowed(command.Partner, command.Until)));
    }

    /// <summary>What was answered would be another remark, so the statement stands.</summary>
    private static IEnumerable<Problem> Answered(CommentRound state, PartnerId partner) =>
        state.Answers.Any(a => a.Partner == partner) ? [new Problem(ProblemCodes.StatementAnswered, "partner", [partner.Value ?? ""])] : [];
}
