using System.Collections.Concurrent;
using System.Collections.Immutable;
using NodaTime;
using Vuosikello.Domain;
using Vuosikello.Domain.Activities;
using Vuosikello.Domain.AnnualCycles;
using Vuosikello.Events;
using Vuosikello.Projections.Boards;

namespace Vuosikello.Projections.AsOf;

/// <summary>
/// Years' boards as they were. A year of thousands of activities is thousands of short streams: they are read several at a time,
/// only so many boards at once, and the last ones are kept. The public waits in a queue of its own, which keeps no member waiting. A kept board reads again only what changed since (an import can add
/// to the past).
/// </summary>
internal sealed class PastBoards(IEventStore store, IBoardActivities activities)
{
    /// <summary>Activities of all kept boards together: a dozen boards of the largest region's year, some 100 MB.</summary>
    private const int MostKept = 60_000;

    /// <summary>Streams read at the same time for one board.</summary>
    private const int Readers = 8;

    private readonly KeptPast<(CycleId, Instant), Kept> _kept = new(MostKept, kept => 1 + kept.ById.Count);
    private readonly PastQueue _members = new(atOnce: 2, waiting: int.MaxValue);
    private readonly PastQueue _public = new(atOnce: 1, waiting: IAsItWas.PublicWaiting);

    /// <exception cref="PastBusyException">The public's queue is full.</exception>
    public async ValueTask<BoardView?> Find(CycleId cycle, Instant at, bool forPublic, CancellationToken ct)
    {
        if (activities.PositionOf(cycle) is not { } seen) return null;
        if (_kept.Find((cycle, at)) is { } kept && kept.Seen >= seen) return kept.Board;
        return await (forPublic ? _public : _members).InTurn(async () =>
        {
            var before = _kept.Find((cycle, at));
            if (before is not null && before.Seen >= seen) return before.Board;
            var read = await Read(cycle, at, before, seen, ct);
            _kept.Put((cycle, at), read);
            return read.Board;
        }, ct);
    }

    private async Task<Kept> Read(CycleId cycle, Instant at, Kept? before, Position seen, CancellationToken ct)
    {
        var year = await StreamPast.Fold<AnnualCycle>(store, Streams.Of(cycle), at, ct);
        var byId = new ConcurrentDictionary<ActivityId, ActivityView>(before?.ById ?? []);
        var stale = activities.EverIn(cycle).Where(now => now.Planned.At <= at && (before is null || now.Position > before.Seen));
        await Parallel.ForEachAsync(stale, new ParallelOptions { MaxDegreeOfParallelism = Readers, CancellationToken = ct }, async (now, token) =>
        {
            if (await StreamPast.Fold<Activity>(store, Streams.Of(now.Id), at, token) is { } past)
                byId[now.Id] = new(past.State, past.First, past.LastChange, past.Position);
        });
        return new(seen, byId, year is null ? null : Board(cycle, byId.Values, year.Position));
    }

    private static BoardView Board(CycleId cycle, ICollection<ActivityView> all, Position ofYear)
    {
        ActivityView[] shown = [.. all.Where(activity => activity.State.Status != ActivityStatus.Withdrawn)];
        Array.Sort(shown, BoardOrder.Instance);
        return new(cycle, ImmutableArray.Create(shown), all.Aggregate(ofYear, (latest, activity) => activity.Position > latest ? activity.Position : latest))
        {
            ChangedAt = all.Aggregate(default(Instant), (latest, activity) => Instant.Max(latest, activity.LastChange.At)),
        };
    }

    /// <param name="Seen">The year's position when it was read: nothing of the year up to there is missing.</param>
    /// <param name="ById">All activities that had been planned, withdrawn ones included.</param>
    /// <param name="Board">Null when the year had not been drafted.</param>
    private sealed record Kept(Position Seen, ConcurrentDictionary<ActivityId, ActivityView> ById, BoardView? Board);
}
