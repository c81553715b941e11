using Vuosikello.Domain.Partnerships;

namespace Vuosikello.Domain.Memberships;

/// <summary>A command to a partnership's list of members and invitations.</summary>
public interface IMembershipCommand : ICommandWithin;

/// <summary>
/// Decides who holds which role in a partnership, and whether it is for its members alone. Who may invite, grant and end is a matter of rights; an invitation is taken by whoever has
/// its secret, and a role is given up by whoever holds it.
/// </summary>
public static partial class MembershipDecider
{
    /// <summary>The most days that an invitation can be open.</summary>
    public const int LongestInvitation = 90;

    /// <param name="state">The list; null before its first event.</param>
    /// <param name="command">What is wanted.</param>
    /// <param name="partnership">The list's; null when there is none.</param>
    /// <param name="stamp">Who wants it, when.</param>
    public static Decision Decide(MemberList? state, IMembershipCommand command, Partnership? partnership, Stamp stamp)
    {
        if (partnership is null || partnership.Id != command.Partnership)
            return Decision.Refuse(new Problem(ProblemCodes.NoSuchPartnership, "partnership", [command.Partnership.Value ?? ""]));
        return command switch
        {
            InviteMember invite => Invite(state, invite, partnership, stamp.At),
            RevokeInvitation revoke => Revoke(state, revoke),
            AcceptInvitation accept => Accept(state, accept, partnership, stamp),
            GrantRole grant => Grant(state, grant, partnership),
            EndRole end => End(state, end.Member, end.Role, end.Partner),
            GiveUpRole giveUp => End(state, stamp.By, giveUp.Role, giveUp.Partner),
            RestrictPartnershipToMembers => Restrict(state),
            OpenPartnershipToAll => OpenToAll(state),
            _ => throw new ArgumentOutOfRangeException(nameof(command), command.GetType().Name, "no decision for this command"),
        };
    }

    /// <summary>What a role breaks that somebody is to get: it is not given here, its organisation is missing, superfluous or unknown, or it has no chair.</summary>
    private static IEnumerable<Problem> Impossible(Role role, PartnerId? partner, bool isChair, Partnership partnership)
    {
        if (role == Role.Administrator) yield return new Problem(ProblemCodes.AdministratorIsOfServer, "role");
        bool isForPartner = role is Role.Editor or Role.Signatory;
        if (isForPartner && partner is null) yield return new Problem(ProblemCodes.RoleNeedsPartner, "partner");
        if (!isForPartner && partner is not null) yield return new Problem(ProblemCodes.RoleHasNoPartner, "partner");
        if (isForPartner && partner is { } named && !partnership.Partners.ContainsKey(named.Value ?? ""))
            yield return new Problem(ProblemCodes.NoSuchPartner, "partner", [named.Value ?? ""]);
        if (isChair && role != Role.SteeringGroupMember) yield return new Problem(ProblemCodes.ChairIsOfSteeringGroup, "isChair");
    }
}
