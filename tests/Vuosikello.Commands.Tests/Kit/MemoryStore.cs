using System.Runtime.CompilerServices;
using NodaTime;
using Vuosikello.Events;

namespace Vuosikello.Commands.Tests.Kit;

/// <summary>The store port in memory: expected versions, idempotent by event id. It counts what it is asked.</summary>
internal sealed class MemoryStore : IEventStore
{
    private readonly Lock _gate = new();
    private readonly List<RecordedEvent> _log = [];
    private readonly Dictionary<StreamName, List<RecordedEvent>> _streams = [];

    public int Reads { get; private set; }
    public int Appends { get; private set; }

    public Task<AppendResult> Append(StreamName stream, ExpectedVersion expected, IReadOnlyList<EventData> events, CancellationToken ct = default)
    {
        lock (_gate)
        {
            Appends++;
            if (!_streams.TryGetValue(stream, out var there)) _streams[stream] = there = [];
            if (expected.Value >= -1 && expected.Value != there.Count - 1)
            {
                var same = there.Skip((int)expected.Value + 1).Take(events.Count).ToList();
                if (same.Select(e => e.Id).SequenceEqual(events.Select(e => e.Id)))
                    return Task.FromResult(new AppendResult(same[^1].Version, same[^1].Position, Repeated: true));
                throw new WrongExpectedVersionException(stream, expected, there.Count - 1);
            }
            foreach (var e in events)
            {
                var recorded = new RecordedEvent(stream, there.Count, new Position(_log.Count + 1), e.Id, e.Type, e.Data, e.Metadata, Instant.MinValue);
                there.Add(recorded);
                _log.Add(recorded);
            }
            return Task.FromResult(new AppendResult(there.Count - 1, new Position(_log.Count)));
        }
    }

    public async IAsyncEnumerable<RecordedEvent> ReadStream(StreamName stream, long fromVersion = 0, [EnumeratorCancellation] CancellationToken ct = default)
    {
        List<RecordedEvent> found;
        lock (_gate)
        {
            Reads++;
            found = _streams.TryGetValue(stream, out var there) ? there.Skip((int)fromVersion).ToList() : [];
        }
        await Task.Yield();
        foreach (var e in found) yield return e;
    }

    public async IAsyncEnumerable<RecordedEvent> ReadAll(Position after, [EnumeratorCancellation] CancellationToken ct = default)
    {
        List<RecordedEvent> found;
        lock (_gate) found = _log.Skip((int)after.Value).ToList();
        await Task.Yield();
        foreach (var e in found) yield return e;
    }

    public IAsyncEnumerable<IReadOnlyList<RecordedEvent>> Subscribe(Position after, CancellationToken ct = default) => throw new NotSupportedException();

    public Task<Position> End(CancellationToken ct = default)
    {
        lock (_gate) return Task.FromResult(new Position(_log.Count));
    }
}
