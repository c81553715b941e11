using NodaTime;
using Vuosikello.Domain.Partnerships;

namespace Vuosikello.Domain.Memberships;

/// <summary>Invites somebody to a role, by a link with a secret part.</summary>
/// <param name="Invitation">A new id.</param>
/// <param name="Role">Any but <see cref="Role.Administrator"/>.</param>
/// <param name="Partner">The organisation that an editor or a signatory is to act for; null for every other role.</param>
/// <param name="IsChair">Of the steering group only: as its chair.</param>
/// <param name="SecretHash">SHA-256 of at least 256 random bits, 64 lower-case hexadecimal digits. The bits themselves stay outside.</param>
/// <param name="ExpiresAt">From when on the link is of no use, UTC: in the future, at most <see cref="MembershipDecider.LongestInvitation"/> days from now.</param>
public sealed record InviteMember(
    PartnershipId Partnership, InvitationId Invitation, Role Role, PartnerId? Partner, bool IsChair, string SecretHash, Instant ExpiresAt) : IMembershipCommand;

/// <summary>Takes back an invitation that nobody has taken, for good: its link is then as if it had never been.</summary>
public sealed record RevokeInvitation(PartnershipId Partnership, InvitationId Invitation) : IMembershipCommand;

public static partial class MembershipDecider
{
    private static Decision Invite(MemberList? state, InviteMember command, Partnership partnership, Instant now)
    {
        if (state?.Find(command.Invitation) is { } before)
        {
            bool same = (before.Role, before.Partner, before.IsChair, before.SecretHash, before.ExpiresAt, before.IsRevoked)
                == (command.Role, command.Partner, command.IsChair, command.SecretHash, command.ExpiresAt, false);
            return same ? Decision.Accept() : Decision.Refuse(new Problem(ProblemCodes.InvitationExists, "invitation"));
        }
        bool expiresWell = command.ExpiresAt > now && command.ExpiresAt <= now + Duration.FromDays(LongestInvitation);
        IEnumerable<Problem> problems =
        [
            .. Impossible(command.Role, command.Partner, command.IsChair, partnership),
            .. expiresWell ? [] : new[] { new Problem(ProblemCodes.InvitationExpiryOutOfRange, "expiresAt", [Texts.Iso(LongestInvitation)]) },
        ];
        return Decision.Unless(problems, () => Decision.Accept(
            new MemberInvited(command.Invitation, command.Role, command.Partner, command.IsChair, command.SecretHash, command.ExpiresAt)));
    }

    private static Decision Revoke(MemberList? state, RevokeInvitation command) => state?.Find(command.Invitation) switch
    {
        null => Decision.Refuse(new Problem(ProblemCodes.NoSuchInvitation, "invitation")),
        { IsRevoked: true } => Decision.Accept(),
        { AcceptedBy: not null } => Decision.Refuse(new Problem(ProblemCodes.InvitationIsUsed, "invitation")),
        _ => Decision.Accept(new InvitationRevoked(command.Invitation)),
    };
}
