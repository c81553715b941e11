using Vuosikello.Commands.Aggregates;
using Vuosikello.Domain;
using Vuosikello.Domain.Memberships;
using Vuosikello.Domain.Partnerships;
using Vuosikello.Events;

namespace Vuosikello.Commands.Memberships;

/// <summary>What all slices of a partnership's members do: load the partnership beside the list, and decide.</summary>
internal sealed class MembershipRunner(AggregateRunner runner, AggregateMemory memory)
{
    public Task<Outcome> Run<TCommand>(Send<TCommand> send, CancellationToken ct) where TCommand : class, IMembershipCommand =>
        runner.Run<MemberList>(Streams.OfMembers(send.Command.Partnership), send.Stamp, (state, token) => Decide(send, state, token), ct);

    private async ValueTask<Decision> Decide<TCommand>(Send<TCommand> send, MemberList? state, CancellationToken ct) where TCommand : class, IMembershipCommand
    {
        var partnership = await memory.Of<Partnership>(Streams.Of(send.Command.Partnership)).Fresh(ct);
        return MembershipDecider.Decide(state, send.Command, partnership.State, send.Stamp);
    }
}
