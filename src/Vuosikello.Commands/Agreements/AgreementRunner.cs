using Vuosikello.Commands.Aggregates;
using Vuosikello.Commands.CommentRounds;
using Vuosikello.Domain;
using Vuosikello.Domain.Activities;
using Vuosikello.Domain.Agreements;
using Vuosikello.Domain.Partnerships;
using Vuosikello.Domain.Rules;
using Vuosikello.Events;

namespace Vuosikello.Commands.Agreements;

/// <summary>What all slices of an agreement do: see who may, load what it refers to beside it, and decide.</summary>
internal sealed class AgreementRunner(AggregateRunner runner, AggregateMemory memory, IMemberships memberships)
{
    public async Task<Outcome> Run<TCommand>(Send<TCommand> send, CancellationToken ct) where TCommand : class, IAgreementCommand
    {
        // whoever may act for one party acts for no other
        if (send.Command is IPartyCommand { Party: var party } && party != send.Stamp.For)
            return new Outcome.Forbidden(new Problem(CommandProblems.NotActingFor, "party", [party.Value]));
        return await runner.Run<Agreement>(Streams.Of(send.Command.Agreement), send.Stamp, (state, token) => Decide(send, state, token), ct);
    }

    private async ValueTask<Decision> Decide<TCommand>(Send<TCommand> send, Agreement? state, CancellationToken ct)
        where TCommand : class, IAgreementCommand
    {
        var command = send.Command;
        var standing = await Standing.Of(send.Stamp, command.Partnership, memberships, ct);
        if (Rights.Check(command, standing, state) is { } problem) return Decision.Refuse(problem);
        return AgreementDecider.Decide(state, command, await Around(command, ct), send.Stamp.At);
    }

    private async ValueTask<AgreementSurroundings> Around(IAgreementCommand command, CancellationToken ct)
    {
        var partnership = memory.Of<Partnership>(Streams.Of(command.Partnership)).Fresh(ct);
        var content = Wanted(command);
        var framework = content.Under is { } under && under.Partnership == command.Partnership
            ? (await memory.Of<Agreement>(Streams.Of(under)).Fresh(ct)).State : null;
        return new(
            (await partnership).State, framework, await Adopted(command.Partnership, ct), await Known(content.Activities, command.Partnership, ct),
            await memory.RoundRemarkedBy(command, ct));
    }

    private async ValueTask<ValueList<RulesReference>> Adopted(PartnershipId partnership, CancellationToken ct)
    {
        var rules = (await memory.Of<WorkingRules>(Streams.OfRules(partnership)).Fresh(ct)).State;
        return rules is null ? [] : rules.Adopted.Select(adopted => new RulesReference(adopted.Version, adopted.Hash)).ToValueList();
    }

    private static (AgreementId? Under, IEnumerable<ActivityId> Activities) Wanted(IAgreementCommand command) => command switch
    {
        DraftAgreement draft => (draft.Content.Under, draft.Content.Commitments.SelectMany(c => c.Activities)),
        EditAgreement edit => (edit.Changes.Under?.To, edit.Changes.Commitments is { } set ? set.To.SelectMany(c => c.Activities) : []),
        _ => (null, []),
    };

    private async ValueTask<ValueList<ActivityId>> Known(IEnumerable<ActivityId> activities, PartnershipId partnership, CancellationToken ct)
    {
        var known = new List<ActivityId>();
        foreach (var activity in activities.Distinct())
        {
            var found = (await memory.Of<Activity>(Streams.Of(activity)).Fresh(ct)).State;
            if (found?.Cycle.Partnership == partnership && found.Status != ActivityStatus.Withdrawn) known.Add(activity);
        }
        return known.ToValueList();
    }
}
