using System.Text;
using Vuosikello.Events.EventStoreDb.Resilience;
using Vuosikello.Events.EventStoreDb.Store;
using Vuosikello.Events.EventStoreDb.Double;

namespace Vuosikello.Events.EventStoreDb.Tests.Store;

/// <summary>A store on a double of its own.</summary>
public abstract class StoreTest : IAsyncLifetime
{
    private protected DoubleCluster Cluster { get; private set; } = null!;
    private protected EventStoreDbStore Store { get; private set; } = null!;

    private protected static StreamName Stream => new("activity-1");

    private protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    private protected virtual int Nodes => 1;
    private protected virtual string Options => "tls=false";
    private protected virtual EventStoreDbOptions Settings => DoubleCluster.Impatient;

    public async ValueTask InitializeAsync()
    {
        Cluster = await DoubleCluster.Start(Nodes);
        Store = Cluster.Open(Options, Settings);
    }

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        await Cluster.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private protected static EventData Event(string by = "test", Guid? id = null, int size = 0) =>
        new(id ?? Guid.NewGuid(), "something-happened.v1", Encoding.UTF8.GetBytes($"\"{new string('x', size)}\""), Encoding.UTF8.GetBytes($$"""{"by":"{{by}}"}"""));

    private protected static IReadOnlyList<EventData> Events(int count) => [.. Enumerable.Range(0, count).Select(_ => Event())];

    private protected async Task<List<RecordedEvent>> Read(StreamName? stream = null)
    {
        var read = new List<RecordedEvent>();
        await foreach (var e in Store.ReadStream(stream ?? Stream, ct: Ct)) read.Add(e);
        return read;
    }

    private protected async Task<List<RecordedEvent>> ReadAll(Position after = default)
    {
        var read = new List<RecordedEvent>();
        await foreach (var e in Store.ReadAll(after, Ct)) read.Add(e);
        return read;
    }

    /// <summary>The versions of so many events as a subscriber gets them.</summary>
    private protected async Task<List<long>> Follow(int count, Position after = default)
    {
        var seen = new List<long>();
        await foreach (var batch in Store.Subscribe(after, Ct))
        {
            seen.AddRange(batch.Select(e => e.Version));
            if (seen.Count >= count) break;
        }
        return seen;
    }

    private protected static IEnumerable<long> Versions(int count) => Enumerable.Range(0, count).Select(i => (long)i);
}
