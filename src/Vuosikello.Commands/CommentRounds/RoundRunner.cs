using Vuosikello.Commands.Aggregates;
using Vuosikello.Domain;
using Vuosikello.Domain.CommentRounds;
using Vuosikello.Domain.Documents;
using Vuosikello.Domain.Memberships;
using Vuosikello.Domain.Partnerships;
using Vuosikello.Events;

namespace Vuosikello.Commands.CommentRounds;

/// <summary>What all slices of a comment round do: load the partnership and, where the decision needs them, the documents beside it, and decide.</summary>
internal sealed class RoundRunner(AggregateRunner runner, AggregateMemory memory, RoundDocuments documents, RoundOpening opening)
{
    public Task<Outcome> Run<TCommand>(Send<TCommand> send, CancellationToken ct) where TCommand : class, IRoundCommand =>
        send.Command is OpenRound open ? Open(open, send.Stamp, ct)
        : runner.Run<CommentRound>(Streams.Of(send.Command.Round), send.Stamp, (state, token) => Decide(send, state, token), ct);

    private async Task<Outcome> Open(OpenRound open, Stamp stamp, CancellationToken ct)
    {
        Outcome? hindrance = null;
        var outcome = await runner.Run<CommentRound>(Streams.Of(open.Round), stamp, Decide, ct, fresh: true);
        return hindrance ?? outcome;

        async ValueTask<Decision> Decide(CommentRound? state, CancellationToken token)
        {
            hindrance = null;
            var partnership = await Partnership(open, token);
            if (state is not { Phase: RoundPhase.Planned }) return CommentRoundDecider.Decide(state, open, new RoundSurroundings(partnership), stamp.At);
            (var decision, hindrance) = await opening.Decide(state, open, partnership, stamp, token);
            return decision;
        }
    }

    private async ValueTask<Decision> Decide<TCommand>(Send<TCommand> send, CommentRound? state, CancellationToken ct)
        where TCommand : class, IRoundCommand
    {
        var command = send.Command;
        if (command is IStatementCommand { Partner: var partner } && send.Stamp.For != partner)
            return Decision.Refuse(new Problem(CommandProblems.NotActingFor, "partner", [partner.Value ?? ""]));

        var around = new RoundSurroundings(await Partnership(command, ct), await Documents(command, ct), await Adopted(command, state, ct), [])
        {
            IsRepresented = await IsRepresented(command, ct),
        };
        return CommentRoundDecider.Decide(state?.SeenBy(send.Stamp.By), command, around, send.Stamp.At);
    }

    private async ValueTask<Partnership?> Partnership(IRoundCommand command, CancellationToken ct) =>
        (await memory.Of<Partnership>(Streams.Of(command.Round.Partnership)).Fresh(ct)).State;

    private async ValueTask<ValueList<FrozenDocument>> Documents(IRoundCommand command, CancellationToken ct) => command switch
    {
        PlanRound plan => await documents.Freeze(plan.Plan.Subject, plan.Round.Partnership, [], ct),
        ReplanRound replan => await documents.Freeze(replan.Plan.Subject, replan.Round.Partnership, [], ct),
        _ => [],
    };

    private async ValueTask<bool> IsRepresented(IRoundCommand command, CancellationToken ct) =>
        command is MakeGuestLink make && (await memory.Of<MemberList>(Streams.OfMembers(make.Round.Partnership)).Fresh(ct)).State?.Represents(make.Partner) == true;

    private async ValueTask<ValueList<DocumentName>> Adopted(IRoundCommand command, CommentRound? state, CancellationToken ct) =>
        command is AnswerRemark && state is not null ? await documents.AdoptedSince(state, ct) : [];
}
