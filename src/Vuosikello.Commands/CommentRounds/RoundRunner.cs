using Vuosikello.Commands.Aggregates;
using Vuosikello.Domain;
using Vuosikello.Domain.CommentRounds;
using Vuosikello.Domain.Documents;
using Vuosikello.Domain.Partnerships;
using Vuosikello.Events;

namespace Vuosikello.Commands.CommentRounds;

/// <summary>What all slices of a comment round do: load the partnership and, where the decision needs them, the documents beside it, and decide.</summary>
internal sealed class RoundRunner(AggregateRunner runner, AggregateMemory memory, RoundDocuments documents, RoundOpening opening)
{
    public Task<Outcome> Run<TCommand>(Send<TCommand> send, CancellationToken ct) where TCommand : class, IRoundCommand =>
        runner.Run<CommentRound>(Streams.Of(send.Command.Round), send.Stamp, (state, token) => Decide(send, state, token), ct);

    private async ValueTask<Decision> Decide<TCommand>(Send<TCommand> send, CommentRound? state, CancellationToken ct)
        where TCommand : class, IRoundCommand
    {
        var command = send.Command;
        if (command is IStatementCommand { Partner: var partner } && send.Stamp.For != partner)
            return Decision.Refuse(new Problem(CommandProblems.NotActingFor, "partner", [partner.Value ?? ""]));

        var partnership = (await memory.Of<Partnership>(Streams.Of(command.Round.Partnership)).Fresh(ct)).State;
        if (command is OpenRound open && state is { Phase: RoundPhase.Planned }) return await opening.Decide(state, open, partnership, send.Stamp, ct);
        var around = new RoundSurroundings(partnership, await Documents(command, ct), await Adopted(command, state, ct), []);
        return CommentRoundDecider.Decide(state, command, around, send.Stamp.At);
    }

    private async ValueTask<ValueList<FrozenDocument>> Documents(IRoundCommand command, CancellationToken ct) => command switch
    {
        PlanRound plan => await documents.Freeze(plan.Plan.Subject, plan.Round.Partnership, [], ct),
        ReplanRound replan => await documents.Freeze(replan.Plan.Subject, replan.Round.Partnership, [], ct),
        _ => [],
    };

    private async ValueTask<ValueList<DocumentName>> Adopted(IRoundCommand command, CommentRound? state, CancellationToken ct) =>
        command is AnswerRemark && state is not null ? await documents.AdoptedSince(state, ct) : [];
}
