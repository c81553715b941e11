using Vuosikello.Commands.Aggregates;
using Vuosikello.Domain;
using Vuosikello.Domain.Activities;
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
        if (subject.Year is { } year && await Load<AnnualCycle>(Streams.Of(new CycleId(partnership, year)), ct) is { } cycle)
            frozen.Add(cycle.Freeze(await Load(activities, ct)));
        return frozen.ToValueList();
    }

    /// <summary>Those of the round's documents that have been adopted since the round opened.</summary>
    public async ValueTask<ValueList<DocumentName>> AdoptedSince(CommentRound round, CancellationToken ct)
    {
        List<DocumentName> adopted = [];
        foreach (var document in round.Documents)
            if (await IsAdoptedSince(document, round.Id.Partnership, ct)) adopted.Add(DocumentName.Of(document));
        return adopted.ToValueList();
    }

    /// <summary>Those of the round's documents that are in another round.</summary>
    public ValueTask<ValueList<DocumentName>> InAnotherRound(CommentRound round, CancellationToken ct) => new([]);

    private async ValueTask<bool> IsAdoptedSince(FrozenDocument document, PartnershipId partnership, CancellationToken ct) => document.Kind switch
    {
        DocumentKind.AnnualCycle => Streams.IsOf(new StreamName($"cycle-{document.Id}"), out CycleId cycle) && cycle.Partnership == partnership
            && await Load<AnnualCycle>(Streams.Of(cycle), ct) is { Phase: CyclePhase.Adopted or CyclePhase.Closed },
        _ => false,
    };

    private async ValueTask<TState?> Load<TState>(StreamName stream, CancellationToken ct) where TState : class, IState<TState> =>
        (await memory.Of<TState>(stream).Fresh(ct)).State;

    private async ValueTask<IEnumerable<Activity>> Load(ValueList<ActivityId> activities, CancellationToken ct)
    {
        var loaded = await Task.WhenAll(activities.Distinct().Select(id => memory.Of<Activity>(Streams.Of(id)).Fresh(ct)));
        return loaded.Select(l => l.State).OfType<Activity>();
    }
}
