using NodaTime;
using Vuosikello.Domain;
using Vuosikello.Domain.Agreements;
using Vuosikello.Events;
using Vuosikello.Projections.Aggregates;
using Vuosikello.Projections.Boards;
using Vuosikello.Projections.Partnerships;

namespace Vuosikello.Projections.AsOf;

/// <summary>
/// Queries on the state of things as it was at a moment, folded from their streams by the same rules as now. See docs/adr/0017.
/// </summary>
/// <remarks>
/// What had happened by a moment is the beginning of a stream up to its first event whose stamp is after that moment, so the
/// answer is always a state that really stood. When the server's clock once jumped ahead, what came after the jump is counted
/// from the moment that the wrong stamp names on, though later stamps are right; when it jumped back, what came after it is
/// counted with the event before it. Each stream is cut by itself: no two streams' clocks are compared.
/// </remarks>
public interface IAsItWas
{
    /// <summary>How many boards the public may wait for besides the one that is being read.</summary>
    const int PublicWaiting = 8;

    /// <summary>The state of one aggregate; null when it did not exist yet, or never did.</summary>
    ValueTask<AggregateView<TState>?> Of<TState>(StreamName stream, Instant at, CancellationToken ct) where TState : class, IState<TState>;

    /// <summary>The partnership with the years that it had; null when it did not exist yet.</summary>
    ValueTask<PartnershipView?> Partnership(PartnershipId partnership, Instant at, CancellationToken ct);

    /// <summary>The year's board; null when the year did not exist yet. The same object again until something of the year changes.</summary>
    ValueTask<BoardView?> Board(CycleId cycle, Instant at, CancellationToken ct);

    /// <summary>The same for whoever is no member: strangers wait for one another, and keep no member waiting.</summary>
    /// <exception cref="PastBusyException">As many wait as may.</exception>
    ValueTask<BoardView?> BoardForPublic(CycleId cycle, Instant at, CancellationToken ct);

    /// <summary>The agreements that there were, sorted by their ids' text. Who is no member waits as for boards.</summary>
    /// <exception cref="PastBusyException">As many of the public wait as may.</exception>
    ValueTask<IReadOnlyList<AggregateView<Agreement>>> Agreements(PartnershipId partnership, Instant at, bool forPublic, CancellationToken ct);

    /// <summary>The activity; null when it was not planned yet, or withdrawn by then.</summary>
    ValueTask<ActivityView?> Activity(ActivityId activity, Instant at, CancellationToken ct);
}
