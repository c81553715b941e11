using Vuosikello.Events;

namespace Vuosikello.Commands.Tests.Kit;

/// <summary>A store that fails, or lets others in, just when a test says so.</summary>
internal sealed class FlakyStore(IEventStore inner) : IEventStore
{
    /// <summary>Runs before each append; throws to fail it.</summary>
    public Func<StreamName, Task> BeforeAppend { get; set; } = _ => Task.CompletedTask;

    /// <summary>Runs after each append; throws to lose the answer.</summary>
    public Func<StreamName, Task> AfterAppend { get; set; } = _ => Task.CompletedTask;

    public async Task<AppendResult> Append(StreamName stream, ExpectedVersion expected, IReadOnlyList<EventData> events, CancellationToken ct = default)
    {
        await BeforeAppend(stream);
        var result = await inner.Append(stream, expected, events, ct);
        await AfterAppend(stream);
        return result;
    }

    public IAsyncEnumerable<RecordedEvent> ReadStream(StreamName stream, long fromVersion = 0, CancellationToken ct = default) => inner.ReadStream(stream, fromVersion, ct);
    public IAsyncEnumerable<RecordedEvent> ReadAll(Position after, CancellationToken ct = default) => inner.ReadAll(after, ct);
    public IAsyncEnumerable<IReadOnlyList<RecordedEvent>> Subscribe(Position after, CancellationToken ct = default) => inner.Subscribe(after, ct);
    public Task<Position> End(CancellationToken ct = default) => inner.End(ct);
}
