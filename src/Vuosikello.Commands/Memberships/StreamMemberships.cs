using Vuosikello.Commands.Aggregates;
using Vuosikello.Domain;
using Vuosikello.Domain.Administration;
using Vuosikello.Domain.Memberships;
using Vuosikello.Domain.Partnerships;
using Vuosikello.Events;

namespace Vuosikello.Commands.Memberships;

/// <summary>
/// Memberships as the log has them now: read afresh for each command, in reads that all who ask at the same moment share. What one server
/// ended the next command on any other knows.
/// </summary>
internal sealed class StreamMemberships(AggregateMemory memory) : IMemberships
{
    public async ValueTask<IReadOnlyList<Membership>> Of(MemberId member, PartnershipId partnership, CancellationToken ct)
    {
        var administrators = memory.Of<Administrators>(Streams.OfAdministrators).Fresh(ct);
        var list = memory.Of<MemberList>(Streams.OfMembers(partnership)).Fresh(ct);
        var state = memory.Of<Partnership>(Streams.Of(partnership)).Fresh(ct);
        await Task.WhenAll(administrators, list, state);
        return MemberList.MembershipsOf(member, partnership, (await list).State, (await state).State, (await administrators).State);
    }

    public async ValueTask<bool> IsAdministrator(MemberId member, CancellationToken ct) =>
        (await memory.Of<Administrators>(Streams.OfAdministrators).Fresh(ct)).State?.Include(member) == true;
}
