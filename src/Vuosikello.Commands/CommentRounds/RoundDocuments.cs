using Vuosikello.Commands.Aggregates;
using Vuosikello.Domain;
using Vuosikello.Domain.Activities;
using Vuosikello.Domain.Agreements;
using Vuosikello.Domain.AnnualCycles;
using Vuosikello.Domain.CommentRounds;
using Vuosikello.Domain.Documents;
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

    /// <summary>Those of the round's documents that are in another round.</summary>
    public async ValueTask<ValueList<DocumentName>> InAnotherRound(CommentRound round, CancellationToken ct)
    {
        List<DocumentName> elsewhere = [];
        foreach (var id in round.Plan.Subject.Agreements)
            if (await Load<Agreement>(Streams.Of(id), ct) is { Round: { } other } && other != round.Id) elsewhere.Add(DocumentName.Of(id));
        return elsewhere.ToValueList();
    }

    private async ValueTask<bool> IsAdoptedSince(FrozenDocument document, CommentRound round, CancellationToken ct) => document.Kind switch
    {
        DocumentKind.AnnualCycle => round.Plan.Subject.Year is { } year
            && await Load<AnnualCycle>(Streams.Of(new CycleId(round.Id.Partnership, year)), ct) is { Phase: CyclePhase.Adopted or CyclePhase.Closed },
        DocumentKind.Agreement => await Agreed(round, document, ct) is { } agreement
            && agreement.Versions.Any(v => v.Offered.At >= round.OpenedAt && v.IsApprovedByAll && v.Status != VersionStatus.TakenBack),
        _ => false,
    };

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
