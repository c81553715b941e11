using Vuosikello.Commands.Aggregates;
using Vuosikello.Commands.CommentRounds;
using Vuosikello.Domain;
using Vuosikello.Domain.Partnerships;
using Vuosikello.Domain.Rules;
using Vuosikello.Events;

namespace Vuosikello.Commands.Rules;

/// <summary>What all slices of working rules do: load the partnership, and the round whose remark is answered, beside them, and decide.</summary>
internal sealed class RulesRunner(AggregateRunner runner, AggregateMemory memory)
{
    public Task<Outcome> Run<TCommand>(Send<TCommand> send, CancellationToken ct) where TCommand : class, IRulesCommand =>
        runner.Run<WorkingRules>(Streams.OfRules(send.Command.Partnership), send.Stamp, (state, token) => Decide(send, state, token), ct);

    private async ValueTask<Decision> Decide<TCommand>(Send<TCommand> send, WorkingRules? state, CancellationToken ct) where TCommand : class, IRulesCommand
    {
        var partnership = (await memory.Of<Partnership>(Streams.Of(send.Command.Partnership)).Fresh(ct)).State;
        return RulesDecider.Decide(state, send.Command, new RulesSurroundings(partnership, send.Stamp.For, await memory.RoundRemarkedBy(send.Command, ct)), send.Stamp.At);
    }
}
