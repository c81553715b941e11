using System.Collections.Immutable;
using NodaTime;
using Vuosikello.Domain;
using Vuosikello.Domain.Agreements;
using Vuosikello.Events;
using Vuosikello.Projections.Aggregates;
using Vuosikello.Projections.Agreements;

namespace Vuosikello.Projections.AsOf;

/// <summary>
/// Partnerships' agreements as they were. The last ones are kept, and a kept one reads again only the agreements that changed since. Queues as those
/// of boards.
/// </summary>
internal sealed class PastAgreements(IEventStore store, IAgreementViews agreements)
{
    /// <summary>Agreements of all that is kept together.</summary>
    private const int MostKept = 4_000;

    private readonly KeptPast<(PartnershipId, Instant), Kept> _kept = new(MostKept, kept => 1 + kept.Then.Length);
    private readonly PastQueue _members = new(atOnce: 2, waiting: int.MaxValue);
    private readonly PastQueue _public = new(atOnce: 1, waiting: IAsItWas.PublicWaiting);

    /// <exception cref="PastBusyException">The public's queue is full.</exception>
    public async ValueTask<IReadOnlyList<AggregateView<Agreement>>> Find(PartnershipId partnership, Instant at, bool forPublic, CancellationToken ct)
    {
        var now = agreements.Of(partnership);
        if (now.IsEmpty) return [];
        if (_kept.Find((partnership, at)) is { } kept && kept.IsOf(now)) return kept.Then;
        return await (forPublic ? _public : _members).InTurn(async () =>
        {
            var before = _kept.Find((partnership, at));
            if (before?.IsOf(now) is true) return before.Then;
            var read = await Read(now, at, before, ct);
            _kept.Put((partnership, at), read);
            return read.Then;
        }, ct);
    }

    private async Task<Kept> Read(ImmutableArray<AggregateView<Agreement>> now, Instant at, Kept? before, CancellationToken ct)
    {
        var known = before?.Now.ToHashSet(ReferenceEqualityComparer.Instance) ?? [];
        var then = before?.Then.ToDictionary(view => view.State.Id) ?? [];
        foreach (var view in now.Where(view => view.First.At <= at && !known.Contains(view)))
        {
            if (await StreamPast.Fold<Agreement>(store, Streams.Of(view.State.Id), at, ct) is { } past) then[view.State.Id] = past;
        }
        return new(now, [.. now.Where(view => then.ContainsKey(view.State.Id)).Select(view => then[view.State.Id])]);
    }

    /// <param name="Now">As the agreements were when the past was read.</param>
    private sealed record Kept(ImmutableArray<AggregateView<Agreement>> Now, ImmutableArray<AggregateView<Agreement>> Then)
    {
        public bool IsOf(ImmutableArray<AggregateView<Agreement>> now) => Now.AsSpan().SequenceEqual(now.AsSpan(), ReferenceEqualityComparer.Instance);
    }
}
