using Vuosikello.Domain;
using Vuosikello.Events;
using Vuosikello.Projections.Partnerships;

namespace Vuosikello.Projections.Memberships;

/// <summary>Somebody's rights changed, or somebody was invited to some.</summary>
/// <param name="Id">The event's.</param>
/// <param name="Partnership">Null for the server's administrators.</param>
/// <param name="State">The partnership's members and invitations as they were just before; null for the server's administrators, and before the first.</param>
public sealed record RightsChange(Guid Id, PartnershipId? Partnership, IEvent Event, Stamp Stamp, Domain.Memberships.MemberList? State);

/// <summary>
/// Every change of rights there ever was. The log itself is this trail: it is read when an administrator asks, so that there is no second record that could
/// differ from it or be swept away.
/// </summary>
public interface IRightsTrail
{
    /// <summary>In no particular order.</summary>
    Task<IReadOnlyList<RightsChange>> Read(CancellationToken ct);
}

/// <inheritdoc />
internal sealed class StreamRightsTrail(IEventStore store, IPartnershipViews partnerships) : IRightsTrail
{
    public async Task<IReadOnlyList<RightsChange>> Read(CancellationToken ct)
    {
        var all = new List<RightsChange>();
        await Add(all, Streams.OfAdministrators, null, ct);
        foreach (var partnership in partnerships.All) await Add(all, Streams.OfMembers(partnership.Id), partnership.Id, ct);
        return all;
    }

    private async Task Add(List<RightsChange> all, StreamName stream, PartnershipId? partnership, CancellationToken ct)
    {
        Domain.Memberships.MemberList? state = null;
        await foreach (var recorded in store.ReadStream(stream, ct: ct))
        {
            var fact = EventSerializer.Deserialize(recorded);
            all.Add(new(recorded.Id, partnership, fact.Event, fact.Stamp, state));
            if (partnership is not null) state = Domain.Memberships.MemberList.Evolve(state, fact);
        }
    }
}
