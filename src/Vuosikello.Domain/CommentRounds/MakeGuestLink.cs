using NodaTime;

namespace Vuosikello.Domain.CommentRounds;

/// <summary>Makes a link by which an invited organisation without an account gives its statement.</summary>
/// <param name="Link">A new id.</param>
/// <param name="SecretHash">SHA-256 of at least 256 random bits, 64 lower-case hexadecimal digits. The bits themselves stay outside.</param>
public sealed record MakeGuestLink(RoundId Round, GuestLinkId Link, PartnerId Partner, string SecretHash) : IRoundCommand;

/// <summary>Takes a guest link back, for good: it is then as if it had never been. What was written by it stays the organisation's draft.</summary>
public sealed record RevokeGuestLink(RoundId Round, GuestLinkId Link) : IRoundCommand;

public static partial class CommentRoundDecider
{
    /// <summary>The most links of one organisation in one round that are in use.</summary>
    public const int GuestLinkLimit = 10;

    private static Decision MakeLink(CommentRound state, MakeGuestLink command, RoundSurroundings around, Instant now)
    {
        if (state.Find(command.Link) is { } before)
        {
            bool same = (before.Partner, before.SecretHash, before.IsRevoked) == (command.Partner, command.SecretHash, false);
            return same ? Decision.Accept() : Decision.Refuse(new Problem(ProblemCodes.GuestLinkExists, "link"));
        }
        string partner = command.Partner.Value ?? "";
        int inUse = state.GuestLinks.Count(link => link.Partner == command.Partner && link is { IsRevoked: false, IsUsed: false });
        IEnumerable<Problem> problems =
        [
            .. NotInvited(state, command.Partner),
            .. around.Partnership?.Partners.ContainsKey(partner) == true ? [] : new[] { new Problem(ProblemCodes.NoSuchPartner, "partner", [partner]) },
            .. around.IsRepresented ? new[] { new Problem(ProblemCodes.PartnerHasMembers, "partner", [partner]) } : [],
            .. state.Phase == RoundPhase.Planned || state.TakesStatementOf(command.Partner, now) ? [] : new[] { new Problem(ProblemCodes.RoundIsOver, "round", [Iso(state.Plan.Closes)]) },
            .. inUse < GuestLinkLimit ? [] : new[] { new Problem(ProblemCodes.TooMany, "link", [Texts.Iso(GuestLinkLimit), Texts.Iso(inUse + 1)]) },
        ];
        return Decision.Unless(problems, () => Decision.Accept(new GuestLinkMade(command.Link, command.Partner, command.SecretHash)));
    }

    private static Decision RevokeLink(CommentRound state, GuestLinkId link) => state.Find(link) switch
    {
        null => Decision.Refuse(new Problem(ProblemCodes.NoSuchGuestLink, "link")),
        { IsRevoked: true } => Decision.Accept(),
        _ => Decision.Accept(new GuestLinkRevoked(link)),
    };
}
