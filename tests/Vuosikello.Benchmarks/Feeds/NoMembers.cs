using Vuosikello.Domain;
using Vuosikello.Domain.Administration;
using Vuosikello.Domain.Memberships;
using Vuosikello.Projections.Memberships;

namespace Vuosikello.Benchmarks.Feeds;

/// <summary>A server on which everything is public.</summary>
internal sealed class NoMembers : IMembershipViews
{
    /// <inheritdoc />
    public ValueList<Administrator> Administrators => [];

    /// <inheritdoc />
    public IReadOnlyList<Membership> Of(MemberId member, PartnershipId partnership) => [];

    /// <inheritdoc />
    public IReadOnlyList<Membership> Of(MemberId member) => [];

    /// <inheritdoc />
    public bool IsAdministrator(MemberId member) => false;

    /// <inheritdoc />
    public MemberList? ListOf(PartnershipId partnership) => null;
}
