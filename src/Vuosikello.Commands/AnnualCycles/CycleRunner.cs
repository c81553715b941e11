using Vuosikello.Commands.Aggregates;
using Vuosikello.Domain;
using Vuosikello.Domain.AnnualCycles;
using Vuosikello.Domain.Partnerships;
using Vuosikello.Events;

namespace Vuosikello.Commands.AnnualCycles;

/// <summary>What all slices of an annual cycle do: load its partnership beside it, and decide.</summary>
internal sealed class CycleRunner(AggregateRunner runner, AggregateMemory memory)
{
    /// <param name="fromYear">The year rolled forward from, to be loaded too.</param>
    public Task<Outcome> Run<TCommand>(Send<TCommand> send, CancellationToken ct, int? fromYear = null) where TCommand : class, ICycleCommand =>
        runner.Run<AnnualCycle>(Streams.Of(send.Command.Cycle), send.Stamp, (state, token) => Decide(send, state, fromYear, token), ct);

    private async ValueTask<Decision> Decide<TCommand>(Send<TCommand> send, AnnualCycle? state, int? fromYear, CancellationToken ct)
        where TCommand : class, ICycleCommand
    {
        var partnership = send.Command.Cycle.Partnership;
        var around = new CycleSurroundings(
            (await memory.Of<Partnership>(Streams.Of(partnership)).Fresh(ct)).State,
            fromYear is { } year ? (await memory.Of<AnnualCycle>(Streams.Of(new CycleId(partnership, year))).Fresh(ct)).State : null);
        return AnnualCycleDecider.Decide(state, send.Command, around, send.Stamp.At);
    }
}
