using Vuosikello.Domain;
using Vuosikello.Domain.Memberships;

namespace Vuosikello.Commands;

/// <summary>
/// What rights follow from when a command comes: the log as it is at that moment (<see cref="Memberships.StreamMemberships"/>). Pages, hub and
/// feeds ask the view of the same, <c>IMembershipViews</c>, which may be a moment behind and answers while the store is away.
/// </summary>
public interface IMemberships
{
    /// <summary>All roles of a person in a partnership (an administrator of the server stands in every one).</summary>
    ValueTask<IReadOnlyList<Membership>> Of(MemberId member, PartnershipId partnership, CancellationToken ct);

    /// <summary>Whether the person is an administrator of the server.</summary>
    ValueTask<bool> IsAdministrator(MemberId member, CancellationToken ct);
}
