using Vuosikello.Commands.Aggregates;
using Vuosikello.Domain.Partnerships;
using Vuosikello.Events;

namespace Vuosikello.Commands.Partnerships;

/// <summary>What all slices of a partnership do: decide on it alone.</summary>
internal sealed class PartnershipRunner(AggregateRunner runner)
{
    public Task<Outcome> Run<TCommand>(Send<TCommand> send, CancellationToken ct) where TCommand : class, IPartnershipCommand =>
        runner.Run<Partnership>(
            Streams.Of(send.Command.Partnership), send.Stamp,
            (state, _) => ValueTask.FromResult(PartnershipDecider.Decide(state, send.Command, send.Stamp.At)), ct);
}
