using Vuosikello.Domain.Partnerships;

namespace Vuosikello.Domain.Memberships;

/// <summary>Gives somebody a role without an invitation.</summary>
/// <param name="Role">Any but <see cref="Role.Administrator"/>.</param>
/// <param name="Partner">The organisation that an editor or a signatory is to act for; null for every other role.</param>
/// <param name="IsChair">Of the steering group only. Whoever is in it already becomes its chair, or is it no longer.</param>
public sealed record GrantRole(PartnershipId Partnership, MemberId Member, Role Role, PartnerId? Partner, bool IsChair) : IMembershipCommand;

/// <summary>Takes a role from somebody.</summary>
public sealed record EndRole(PartnershipId Partnership, MemberId Member, Role Role, PartnerId? Partner) : IMembershipCommand;

/// <summary>Gives up a role of one's own.</summary>
public sealed record GiveUpRole(PartnershipId Partnership, Role Role, PartnerId? Partner) : IMembershipCommand;

public static partial class MembershipDecider
{
    private static Decision Grant(MemberList? state, GrantRole command, Partnership partnership)
    {
        if (state?.Find(command.Member, command.Role, command.Partner)?.IsChair == command.IsChair) return Decision.Accept();
        return Decision.Unless(
            Impossible(command.Role, command.Partner, command.IsChair, partnership),
            () => Decision.Accept(new RoleGranted(command.Member, command.Role, command.Partner, command.IsChair)));
    }

    private static Decision End(MemberList? state, MemberId member, Role role, PartnerId? partner)
    {
        if (state?.Members.ContainsKey(member.Value) != true) return Decision.Refuse(new Problem(ProblemCodes.NoSuchMember, "member"));
        return state.Find(member, role, partner) is null ? Decision.Accept() : Decision.Accept(new RoleEnded(member, role, partner));
    }
}
