using NodaTime;
using Vuosikello.Domain;
using Vuosikello.Events;
using Vuosikello.Projections.Aggregates;

namespace Vuosikello.Projections.AsOf;

/// <summary>One stream up to a moment.</summary>
internal static class StreamPast
{
    /// <summary>Folds the stream's events up to the first whose stamp is after the moment.</summary>
    /// <returns>Null when nothing had begun by then.</returns>
    public static async ValueTask<AggregateView<TState>?> Fold<TState>(IEventStore store, StreamName stream, Instant at, CancellationToken ct)
        where TState : class, IState<TState>
    {
        TState? state = null;
        Stamp? first = null, last = null;
        Position position = default;
        await foreach (var recorded in store.ReadStream(stream, ct: ct))
        {
            var fact = EventSerializer.Deserialize(recorded);
            if (fact.Stamp.At > at) break;
            state = TState.Evolve(state, fact);
            (first, last, position) = (first ?? fact.Stamp, fact.Stamp, recorded.Position);
        }
        return state is null ? null : new(state, first!, last!, position);
    }
}
