using Vuosikello.Events;

namespace Vuosikello.Processes.Tests.Kit;

/// <summary>A store that outlives the servers that use it.</summary>
internal sealed class Borrowed(IEventStore store) : IEventStore
{
    public Task<AppendResult> Append(StreamName stream, ExpectedVersion expected, IReadOnlyList<EventData> events, CancellationToken ct = default) => store.Append(stream, expected, events, ct);
    public IAsyncEnumerable<RecordedEvent> ReadStream(StreamName stream, long fromVersion = 0, CancellationToken ct = default) => store.ReadStream(stream, fromVersion, ct);
    public IAsyncEnumerable<RecordedEvent> ReadAll(Position after, CancellationToken ct = default) => store.ReadAll(after, ct);
    public IAsyncEnumerable<IReadOnlyList<RecordedEvent>> Subscribe(Position after, CancellationToken ct = default) => store.Subscribe(after, ct);
    public Task<Position> End(CancellationToken ct = default) => store.End(ct);
}
