using System.Collections.Immutable;
using NodaTime;
using Vuosikello.Domain;
using Vuosikello.Domain.Activities;
using Vuosikello.Domain.Agreements;
using Vuosikello.Domain.AnnualCycles;
using Vuosikello.Domain.Partnerships;
using Vuosikello.Events;
using Vuosikello.Projections.Aggregates;
using Vuosikello.Projections.Agreements;
using Vuosikello.Projections.Boards;
using Vuosikello.Projections.Partnerships;

namespace Vuosikello.Projections.AsOf;

/// <summary>Reads the past from the store when somebody asks; boards and partnerships, which are long, are kept for a while.</summary>
internal sealed class AsItWas(IEventStore store, IPartnershipViews partnerships, IBoardActivities activities, IAgreementViews agreements) : IAsItWas
{
    private const int PartnershipsKept = 32;

    private readonly PastBoards _boards = new(store, activities);
    private readonly PastAgreements _agreements = new(store, agreements);
    private readonly KeptPast<(PartnershipId, Instant), KeptPartnership> _partnerships = new(PartnershipsKept, _ => 1);

    public ValueTask<AggregateView<TState>?> Of<TState>(StreamName stream, Instant at, CancellationToken ct) where TState : class, IState<TState> =>
        StreamPast.Fold<TState>(store, stream, at, ct);

    public async ValueTask<PartnershipView?> Partnership(PartnershipId partnership, Instant at, CancellationToken ct)
    {
        if (partnerships.Find(partnership) is not { } now) return null;
        if (_partnerships.Find((partnership, at)) is { } kept && ReferenceEquals(kept.Now, now)) return kept.Then;
        var then = await Read(now, at, ct);
        _partnerships.Put((partnership, at), new(now, then));
        return then;
    }

    public ValueTask<BoardView?> Board(CycleId cycle, Instant at, CancellationToken ct) => _boards.Find(cycle, at, forPublic: false, ct);

    public ValueTask<BoardView?> BoardForPublic(CycleId cycle, Instant at, CancellationToken ct) => _boards.Find(cycle, at, forPublic: true, ct);

    public ValueTask<IReadOnlyList<AggregateView<Agreement>>> Agreements(PartnershipId partnership, Instant at, bool forPublic, CancellationToken ct) =>
        _agreements.Find(partnership, at, forPublic, ct);

    public async ValueTask<ActivityView?> Activity(ActivityId activity, Instant at, CancellationToken ct) =>
        await StreamPast.Fold<Activity>(store, Streams.Of(activity), at, ct) is { State.Status: not ActivityStatus.Withdrawn } past
            ? new(past.State, past.First, past.LastChange, past.Position)
            : null;

    private async ValueTask<PartnershipView?> Read(PartnershipView now, Instant at, CancellationToken ct)
    {
        if (await Of<Partnership>(Streams.Of(now.Id), at, ct) is not { } past) return null;
        var years = ImmutableArray.CreateBuilder<CycleView>(now.Years.Length);
        foreach (var year in now.Years)
        {
            if (await Of<AnnualCycle>(Streams.Of(year.State.Id), at, ct) is { } then) years.Add(new(then.State, then.LastChange));
        }
        return new(past.State, years.DrainToImmutable()) { ChangedAt = past.LastChange.At };
    }

    private sealed record KeptPartnership(PartnershipView Now, PartnershipView? Then);
}
