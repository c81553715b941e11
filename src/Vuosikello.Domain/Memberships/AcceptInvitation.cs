using Vuosikello.Domain.Partnerships;

namespace Vuosikello.Domain.Memberships;

/// <summary>Takes an invitation, and with it the role, for whoever gives the command.</summary>
/// <param name="SecretHash">SHA-256 of the secret that the link had, 64 lower-case hexadecimal digits: having it is the right to take it.</param>
public sealed record AcceptInvitation(PartnershipId Partnership, InvitationId Invitation, string SecretHash) : IMembershipCommand;

public static partial class MembershipDecider
{
    private static Decision Accept(MemberList? state, AcceptInvitation command, Partnership partnership, Stamp stamp)
    {
        // Whoever guesses learns nothing: no invitation, one taken back and one with another secret are all the same.
        if (state?.Find(command.Invitation) is not { IsRevoked: false } invitation || invitation.SecretHash != command.SecretHash)
            return Decision.Refuse(new Problem(ProblemCodes.NoSuchInvitation, "invitation"));
        if (invitation.AcceptedBy == stamp.By) return Decision.Accept();
        if (invitation.AcceptedBy is not null) return Decision.Refuse(new Problem(ProblemCodes.InvitationIsUsed, "invitation"));
        if (stamp.At >= invitation.ExpiresAt) return Decision.Refuse(new Problem(ProblemCodes.InvitationHasExpired, "invitation"));
        if (invitation.Partner is { } partner && !partnership.Partners.ContainsKey(partner.Value))
            return Decision.Refuse(new Problem(ProblemCodes.InvitingPartnerLeft, "invitation", [partner.Value]));
        return Decision.Accept(new InvitationAccepted(invitation.Id, stamp.By, invitation.Role, invitation.Partner, invitation.IsChair));
    }
}
