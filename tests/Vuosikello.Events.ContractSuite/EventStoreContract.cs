using System.Text;
using Xunit;

namespace Vuosikello.Events.ContractSuite;

/// <summary>
/// What every event store must do. A new store passes it with three lines: a class that derives from each part of the suite
/// and opens a store of its own. The parts are in the files beside this one.
/// </summary>
public abstract class EventStoreContract : IAsyncLifetime
{
    private IEventStore? _store;

    /// <summary>Opens a store; its streams may hold what other tests wrote.</summary>
    protected abstract Task<IEventStore> Open();

    protected IEventStore Store => _store ?? throw new InvalidOperationException("The store is not open yet.");

    /// <summary>A stream that no other test writes to.</summary>
    protected StreamName Stream { get; } = NewStream();

    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _store = await Open();

    public async ValueTask DisposeAsync()
    {
        if (_store is IAsyncDisposable store) await store.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected static StreamName NewStream() => new($"contract-{Guid.NewGuid():D}");

    protected static EventData Event(string type = "something-happened.v1", string data = "{}", Guid? id = null) =>
        new(id ?? Guid.NewGuid(), type, Encoding.UTF8.GetBytes(data), """{"by":"test"}"""u8.ToArray());

    protected static IReadOnlyList<EventData> Events(int count) => [.. Enumerable.Range(0, count).Select(i => Event(data: $$"""{"n":{{i}}}"""))];

    protected async Task<List<RecordedEvent>> Read(StreamName stream, long fromVersion = 0)
    {
        var read = new List<RecordedEvent>();
        await foreach (var e in Store.ReadStream(stream, fromVersion, Ct)) read.Add(e);
        return read;
    }

    protected async Task<List<RecordedEvent>> ReadAll(Position after)
    {
        var read = new List<RecordedEvent>();
        await foreach (var e in Store.ReadAll(after, Ct)) read.Add(e);
        return read;
    }

    protected static string Text(ReadOnlyMemory<byte> json) => Encoding.UTF8.GetString(json.Span);
}
