using NodaTime;

namespace Vuosikello.Domain.CommentRounds;

/// <summary>Asks more partners while the round is open.</summary>
public sealed record InviteToRound(RoundId Round, ValueList<PartnerId> Partners) : IRoundCommand;

public static partial class CommentRoundDecider
{
    private static Decision Invite(CommentRound state, InviteToRound command, RoundSurroundings around, Instant now)
    {
        var more = command.Partners.Where(p => !state.IsInvited(p)).ToValueList();
        IEnumerable<Problem> problems =
        [
            .. NotOpen(state, now),
            .. command.Partners.Count == 0 ? new[] { new Problem(ProblemCodes.NobodyInvited, "partners") } : [],
            .. Texts.Once(command.Partners, "partners"),
            .. Invitable(more, null, around).Where(p => p.Code == ProblemCodes.NoSuchPartner).Select(p => p with { Field = "partners" }),
            .. state.Plan.Invited.Count + more.Count > InvitedLimit
                ? new[] { new Problem(ProblemCodes.TooMany, "partners", [Texts.Iso(InvitedLimit), Texts.Iso(state.Plan.Invited.Count + more.Count)]) } : [],
        ];
        return Decision.Unless(problems, () => more.Count == 0 ? Decision.Accept() : Decision.Accept(new PartnersInvited(more)));
    }
}
