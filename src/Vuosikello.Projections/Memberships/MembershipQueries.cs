using Vuosikello.Domain;
using Vuosikello.Domain.Administration;
using Vuosikello.Domain.Memberships;
using Vuosikello.Projections.Partnerships;

namespace Vuosikello.Projections.Memberships;

/// <summary>Puts together what the lists, the administrators and the partnerships say.</summary>
internal sealed class MembershipQueries(MemberLists lists, AdministratorsView administrators, IPartnershipViews partnerships) : IMembershipViews
{
    public ValueList<Administrator> Administrators => administrators.State?.All ?? [];

    public IReadOnlyList<Membership> Of(MemberId member, PartnershipId partnership) =>
        MemberList.MembershipsOf(member, partnership, ListOf(partnership), partnerships.Find(partnership)?.State, administrators.State);

    public IReadOnlyList<Membership> Of(MemberId member) =>
        [.. partnerships.All.SelectMany(view => MemberList.MembershipsOf(member, view.Id, ListOf(view.Id), view.State, null))];

    public bool IsAdministrator(MemberId member) => administrators.State?.Include(member) == true;

    public MemberList? ListOf(PartnershipId partnership) => lists.Find(partnership)?.State;
}
