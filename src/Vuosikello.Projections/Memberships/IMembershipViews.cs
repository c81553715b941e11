using Vuosikello.Domain;
using Vuosikello.Domain.Administration;
using Vuosikello.Domain.Memberships;

namespace Vuosikello.Projections.Memberships;

/// <summary>
/// Who holds which role, as the views have it: for controls, circles of readers and feeds. Whether a command may be given is not asked here but
/// of the log, by <c>IMemberships</c> of the commands.
/// </summary>
public interface IMembershipViews
{
    /// <summary>All roles of a person in a partnership that count (an administrator of the server stands in every one); empty for a stranger.</summary>
    IReadOnlyList<Membership> Of(MemberId member, PartnershipId partnership);

    /// <summary>All roles of a person, by partnership; without those of an administrator.</summary>
    IReadOnlyList<Membership> Of(MemberId member);

    /// <summary>Whether the person is an administrator of the server.</summary>
    bool IsAdministrator(MemberId member);

    /// <summary>A partnership's members and invitations; null when nobody was ever invited or given a role.</summary>
    MemberList? ListOf(PartnershipId partnership);

    /// <summary>Whether a partnership is for its members; public ones are not, nor such as there are none.</summary>
    bool IsForMembers(PartnershipId partnership) => ListOf(partnership)?.IsForMembers == true;

    /// <summary>The server's; empty before the first.</summary>
    ValueList<Administrator> Administrators { get; }
}
