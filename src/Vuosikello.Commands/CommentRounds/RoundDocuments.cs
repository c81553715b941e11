using Vuosikello.Commands.Aggregates;
using Vuosikello.Domain;
using Vuosikello.Domain.Activities;
using Vuosikello.Domain.Agreements;
using Vuosikello.Domain.AnnualCycles;
using Vuosikello.Domain.CommentRounds;
using Vuosikello.Domain.Documents;
using Vuosikello.Domain.Rules;
using Vuosikello.Events;

namespace Vuosikello.Commands.CommentRounds;

/// <summary>The documents that rounds are on, loaded from their streams.</summary>
internal sealed class RoundDocuments(AggregateMemory memory)
{
    /// <summary>The documents as they stand now, in the order in which they are read; those that do not exist are left out.</summary>
    /// <param name="activities">Of the year; those that do not exist or are not of the year are left out.</param>
    public async ValueTask<ValueList<FrozenDocument>> Freeze(
        RoundSubject subject, PartnershipId partnership, ValueList<ActivityId> activities, CancellationToken ct)
    {
        List<FrozenDocument> frozen = [];
        if (subject.Rules && await Load<WorkingRules>(Streams.OfRules(partnership), ct) is { } rules) frozen.Add(rules.Freeze());
        foreach (var id in subject.Agreements.Distinct())
            if (await Load<Agreement>(Streams.Of(id), ct) is { } agreement) frozen.Add(agreement.Freeze());
        if (subject.Year is { } year && await Load<AnnualCycle>(Streams.Of(new CycleId(partnership, year)), ct) is { } cycle)
            frozen.Add(cycle.Freeze(await Load(activities, ct)));
        return frozen.ToValueList();
    }

    /// <summary>Those of the round's documents that have been adopted since the round opened.</summary>
    public async ValueTask<ValueList<DocumentName>> AdoptedSince(CommentRound round, CancellationToken ct)
    {
        List<DocumentName> adopted = [];
        foreach (var document in round.Documents)
            if (await IsAdoptedSince(document, round, ct)) adopted.Add(DocumentName.Of(document));
        return adopted.ToValueList();
    }

    /// <summary>Those of the documents of a round to come that are no drafts. Working rules always have one.</summary>
    public async ValueTask<ValueList<DocumentName>> NotDrafts(CommentRound round, CancellationToken ct)
    {
        List<DocumentName> settled = [];
        var subject = round.Plan.Subject;
        foreach (var id in subject.Agreements)
            if (await Load<Agreement>(Streams.Of(id), ct) is { Stage: not (AgreementStage.Draft or AgreementStage.InCommentRound) }) settled.Add(DocumentName.Of(id));
        if (subject.Year is { } year && await IsAdopted(new CycleId(round.Id.Partnership, year), ct)) settled.Add(DocumentName.Of(new CycleId(round.Id.Partnership, year)));
        return settled.ToValueList();
    }

    /// <summary>Those of the round's documents that are in another round.</summary>
    public async ValueTask<ValueList<DocumentName>> InAnotherRound(CommentRound round, CancellationToken ct)
    {
        List<DocumentName> elsewhere = [];
        if (round.Plan.Subject.Rules && await Load<WorkingRules>(Streams.OfRules(round.Id.Partnership), ct) is { Round: { } taken } && taken != round.Id)
            elsewhere.Add(DocumentName.OfRules(round.Id.Partnership));
        foreach (var id in round.Plan.Subject.Agreements)
            if (await Load<Agreement>(Streams.Of(id), ct) is { Round: { } other } && other != round.Id) elsewhere.Add(DocumentName.Of(id));
        if (round.Plan.Subject.Year is { } year && await Load<AnnualCycle>(Streams.Of(new CycleId(round.Id.Partnership, year)), ct) is { Round: { } commented } && commented != round.Id)
            elsewhere.Add(DocumentName.Of(new CycleId(round.Id.Partnership, year)));
        return elsewhere.ToValueList();
    }

    private async ValueTask<bool> IsAdoptedSince(FrozenDocument document, CommentRound round, CancellationToken ct)
    {
        if (round.OpenedAt is not { } opened) return false;
        return document.Kind switch
        {
            DocumentKind.AnnualCycle => round.Plan.Subject.Year is { } year && await IsAdopted(new CycleId(round.Id.Partnership, year), ct),
            DocumentKind.WorkingRules => await Load<WorkingRules>(Streams.OfRules(round.Id.Partnership), ct) is { } rules && rules.IsAdoptedSince(opened),
            DocumentKind.Agreement => await Agreed(round, document, ct) is { } agreement && agreement.IsApprovedSince(opened),
            _ => false,
        };
    }

    private async ValueTask<bool> IsAdopted(CycleId cycle, CancellationToken ct) =>
        await Load<AnnualCycle>(Streams.Of(cycle), ct) is { IsAdopted: true };

    private async ValueTask<Agreement?> Agreed(CommentRound round, FrozenDocument document, CancellationToken ct)
    {
        foreach (var id in round.Plan.Subject.Agreements)
            if (id.ToString() == document.Id) return await Load<Agreement>(Streams.Of(id), ct);
        return null;
    }

    private async ValueTask<TState?> Load<TState>(StreamName stream, CancellationToken ct) where TState : class, IState<TState> =>
        (await memory.Of<TState>(stream).Fresh(ct)).State;

    private async ValueTask<IEnumerable<Activity>> Load(ValueList<ActivityId> activities, CancellationToken ct)
    {
        var loaded = await Task.WhenAll(activities.Distinct().Select(id => memory.Of<Activity>(Streams.Of(id)).Fresh(ct)));
        return loaded.Select(l => l.State).OfType<Activity>();
    }
}
