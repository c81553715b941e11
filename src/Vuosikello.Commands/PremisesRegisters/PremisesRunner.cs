using Vuosikello.Commands.Aggregates;
using Vuosikello.Domain;
using Vuosikello.Domain.Partnerships;
using Vuosikello.Domain.PremisesRegisters;
using Vuosikello.Events;

namespace Vuosikello.Commands.PremisesRegisters;

/// <summary>What all slices of a register of premises do: load the partnership beside it, see whose the place is, and decide.</summary>
internal sealed class PremisesRunner(AggregateRunner runner, AggregateMemory memory, IMemberships memberships)
{
    public Task<Outcome> Run<TCommand>(Send<TCommand> send, CancellationToken ct) where TCommand : class, IPremisesCommand =>
        runner.Run<PremisesRegister>(Streams.OfPremises(send.Command.Partnership), send.Stamp, (state, token) => Decide(send, state, token), ct);

    private async ValueTask<Decision> Decide<TCommand>(Send<TCommand> send, PremisesRegister? state, CancellationToken ct) where TCommand : class, IPremisesCommand
    {
        var standing = await Standing.Of(send.Stamp, send.Command.Partnership, memberships, ct);
        if (Rights.Check(send.Command, standing, state) is { } problem) return Decision.Refuse(problem);
        var partnership = await memory.Of<Partnership>(Streams.Of(send.Command.Partnership)).Fresh(ct);
        return PremisesDecider.Decide(state, send.Command, partnership.State);
    }
}
