using Vuosikello.Domain;
using Vuosikello.Domain.Memberships;
using Vuosikello.Events;
using Vuosikello.Projections.Aggregates;

namespace Vuosikello.Projections.Memberships;

/// <summary>The members and invitations of all partnerships.</summary>
internal sealed class MemberLists() : AggregateViews<PartnershipId, MemberList>("member-lists")
{
    protected override bool IsOf(StreamName stream, out PartnershipId id) => Streams.IsOfMembers(stream, out id);

    protected override PartnershipId PartnershipOf(PartnershipId id) => id;
}
