using System.Collections.Concurrent;
using Vuosikello.Events;

namespace Vuosikello.Projections.History;

/// <summary>Reads events with the states around them: each stream once, up to the last event that is wanted.</summary>
/// <remarks>
/// Of long streams the states at every <see cref="Every"/>th event are kept, the latest <see cref="Kept"/> of all streams, so that looking
/// into a stream of thousands of events reads all of it once and some hundred events after that.
/// </remarks>
internal sealed class HistoryReader(IEventStore store)
{
    private const int Every = 256;
    private const int Kept = 2048;

    private readonly ConcurrentDictionary<(StreamName Stream, long Version), object> _states = new();
    private readonly ConcurrentQueue<(StreamName Stream, long Version)> _order = new();

    public async ValueTask<IReadOnlyList<HistoryEvent>> Read(IEnumerable<HistoryEntry> entries, CancellationToken ct)
    {
        HistoryEntry[] wanted = [.. entries];
        var read = new Dictionary<Position, HistoryEvent>(wanted.Length);
        foreach (var ofStream in wanted.GroupBy(entry => entry.Stream)) await Read(ofStream.Key, [.. ofStream.OrderBy(entry => entry.Version)], read, ct);
        return [.. wanted.Select(entry => read[entry.Position])];
    }

    private async ValueTask Read(StreamName stream, HistoryEntry[] wanted, Dictionary<Position, HistoryEvent> read, CancellationToken ct)
    {
        var fold = HistoryFolds.Of(wanted[0].Kind);
        var (from, state) = Start(stream, wanted[0].Version);
        int next = 0;
        await foreach (var recorded in store.ReadStream(stream, from, ct))
        {
            if (recorded.Version % Every == 0) Keep((stream, recorded.Version), state);
            var fact = EventSerializer.Deserialize(recorded);
            var before = state;
            state = fold?.Invoke(state, fact);
            if (recorded.Version != wanted[next].Version) continue;
            read[wanted[next].Position] = new(wanted[next], fact.Event, fact.Stamp, before, state);
            if (++next == wanted.Length) return;
        }
        throw new InvalidOperationException($"The index names version {wanted[next].Version} of stream '{stream}', and the store has no such event.");
    }

    /// <summary>The last kept state at or before a version.</summary>
    private (long Version, object? State) Start(StreamName stream, long version)
    {
        for (long at = version - (version % Every); at > 0; at -= Every)
        {
            if (_states.TryGetValue((stream, at), out object? state)) return (at, state);
        }
        return (0, null);
    }

    private void Keep((StreamName Stream, long Version) place, object? state)
    {
        if (state is null || !_states.TryAdd(place, state)) return;
        _order.Enqueue(place);
        if (_order.Count > Kept && _order.TryDequeue(out var oldest)) _states.TryRemove(oldest, out _);
    }
}
