using NodaTime;

namespace Vuosikello.Events.Sqlite.Tests;

/// <summary>A data folder of a test's own, gone when the test is over.</summary>
internal sealed class TestFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("vuosikello-").FullName;
    public string Database => System.IO.Path.Combine(Path, "events.db");
    public string WriteAheadLog => Database + "-wal";

    public SqliteEventStore Open() => SqliteEventStore.Open(Path, SystemClock.Instance);

    /// <summary>A store in a folder that goes with it.</summary>
    public static Task<IEventStore> OpenStore()
    {
        var folder = new TestFolder();
        return Task.FromResult<IEventStore>(new StoreWithFolder(folder.Open(), folder));
    }

    public static EventData Event(int size = 200) => new(Guid.NewGuid(), "something-happened.v1", new byte[size], "{}"u8.ToArray());

    public static async Task<List<RecordedEvent>> ReadAll(IEventStore store)
    {
        var log = new List<RecordedEvent>();
        await foreach (var e in store.ReadAll(Position.Start)) log.Add(e);
        return log;
    }

    /// <summary>A log of so many events, as it is after its server has stopped.</summary>
    public async Task Fill(int events, int size = 200)
    {
        await using var store = Open();
        await store.Append(new StreamName("filled-1"), ExpectedVersion.NoStream, [.. Enumerable.Range(0, events).Select(_ => Event(size))]);
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);

    private sealed class StoreWithFolder(SqliteEventStore store, TestFolder folder) : IEventStore, IAsyncDisposable
    {
        public Task<AppendResult> Append(StreamName stream, ExpectedVersion expected, IReadOnlyList<EventData> events, CancellationToken ct = default) =>
            store.Append(stream, expected, events, ct);

        public IAsyncEnumerable<RecordedEvent> ReadStream(StreamName stream, long fromVersion = 0, CancellationToken ct = default) => store.ReadStream(stream, fromVersion, ct);
        public IAsyncEnumerable<RecordedEvent> ReadAll(Position after, CancellationToken ct = default) => store.ReadAll(after, ct);
        public IAsyncEnumerable<IReadOnlyList<RecordedEvent>> Subscribe(Position after, CancellationToken ct = default) => store.Subscribe(after, ct);
        public Task<Position> End(CancellationToken ct = default) => store.End(ct);

        public async ValueTask DisposeAsync()
        {
            await store.DisposeAsync();
            folder.Dispose();
        }
    }
}
