using Vuosikello.Domain.Documents;

namespace Vuosikello.Domain.CommentRounds;

/// <summary>Whether a change follows from what it is said to follow from: it stays with the change for ever.</summary>
internal static class Origins
{
    /// <summary>A remark counts once its round has closed, when nobody replaces the statement any more and the coordinator answers it.</summary>
    /// <param name="command">What is wanted.</param>
    /// <param name="round">The round that the command names; null when there is none.</param>
    public static Problem? Unfounded(ICommand command, CommentRound? round) =>
        command is not ITracedCommand { Origin.Remark: { } remark } || IsMade(remark, round) ? null : new Problem(ProblemCodes.OriginIsNoRemark, "origin");

    private static bool IsMade(RemarkReference remark, CommentRound? round) =>
        round is { Phase: RoundPhase.Closed } && round.Id == remark.Round
        && round.StatementOf(remark.Partner)?.Sent?.Stands.FirstOrDefault(stand => stand.Clause == remark.Clause) is { } stand
        && (!stand.Text.IsEmpty || stand.Stance is Stance.InFavourWithChanges or Stance.Against);
}
