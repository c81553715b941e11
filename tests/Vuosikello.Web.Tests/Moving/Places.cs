using NodaTime;
using Vuosikello.Events;
using Vuosikello.Events.EventStoreDb.Double;
using Vuosikello.Events.EventStoreDb.Store;
using Vuosikello.Events.Sqlite;
using Vuosikello.Web.Moving;

namespace Vuosikello.Web.Tests.Moving;

/// <summary>Where a log is kept.</summary>
public enum Kept
{
    InFolder,
    InCluster,
}

/// <summary>An empty place for a log, which goes away with what is in it.</summary>
internal abstract class TestPlace : IAsyncDisposable
{
    public abstract IEventStore Store { get; }

    public bool PositionsFollow => this is InFolder;

    public static async Task<TestPlace> New(Kept kept) => kept == Kept.InFolder ? new InFolder() : new InCluster(await DoubleCluster.Start());

    /// <summary>A copy from this place to another one.</summary>
    public LogCopy To(TestPlace other) => new(Store, other.Store, PositionsFollow);

    public abstract ValueTask DisposeAsync();

    private sealed class InFolder : TestPlace
    {
        private readonly string _folder = Directory.CreateTempSubdirectory("vuosikello-moving-").FullName;
        private readonly SqliteEventStore _store;

        public InFolder() => _store = SqliteEventStore.Open(_folder, SystemClock.Instance);

        public override IEventStore Store => _store;

        public override async ValueTask DisposeAsync()
        {
            await _store.DisposeAsync();
            Directory.Delete(_folder, recursive: true);
        }
    }

    public sealed class InCluster(DoubleCluster cluster) : TestPlace
    {
        private readonly EventStoreDbStore _store = cluster.Open("tls=false&maxDiscoverAttempts=3&discoveryInterval=2");

        public DoubleCluster Cluster => cluster;
        public override IEventStore Store => _store;

        public override async ValueTask DisposeAsync()
        {
            await _store.DisposeAsync();
            await cluster.DisposeAsync();
        }
    }
}

/// <summary>A store beside which something happens at its appends.</summary>
/// <param name="before">Called before an append is made, with its number, from 1 on.</param>
/// <param name="after">Called when it was made, and before whoever sent it hears of it.</param>
internal sealed class WatchedStore(IEventStore store, Func<int, Task>? before = null, Func<int, Task>? after = null) : IEventStore
{
    public int Appends { get; private set; }

    public async Task<AppendResult> Append(StreamName stream, ExpectedVersion expected, IReadOnlyList<EventData> events, CancellationToken ct = default)
    {
        int number = ++Appends;
        if (before is not null) await before(number);
        var result = await store.Append(stream, expected, events, ct);
        if (after is not null) await after(number);
        return result;
    }

    public IAsyncEnumerable<RecordedEvent> ReadStream(StreamName stream, long fromVersion = 0, CancellationToken ct = default) => store.ReadStream(stream, fromVersion, ct);
    public IAsyncEnumerable<RecordedEvent> ReadAll(Position place, CancellationToken ct = default) => store.ReadAll(place, ct);
    public IAsyncEnumerable<IReadOnlyList<RecordedEvent>> Subscribe(Position place, CancellationToken ct = default) => store.Subscribe(place, ct);
    public Task<Position> End(CancellationToken ct = default) => store.End(ct);
}
