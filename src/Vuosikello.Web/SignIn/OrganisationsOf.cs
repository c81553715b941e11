using Vuosikello.Domain;
using Vuosikello.Projections.Memberships;
using Vuosikello.Projections.Partnerships;

namespace Vuosikello.Web.SignIn;

/// <summary>An organisation that somebody may act for, and a partnership in which that is so.</summary>
public sealed record ActingFor(PartnerId Partner, PartnershipView Partnership);

/// <summary>For which organisations somebody may act. One organisation has the same short name in each partnership that it takes part in.</summary>
public sealed class OrganisationsOf(IPartnershipViews partnerships, IMembershipViews memberships)
{
    public IReadOnlyList<ActingFor> Find(MemberId member) =>
    [
        .. memberships.Of(member).Where(held => held.Partner is not null).DistinctBy(held => held.Partner)
            .Select(held => partnerships.Find(held.Partnership) is { } partnership ? new ActingFor(held.Partner!.Value, partnership) : null).OfType<ActingFor>(),
    ];
}
