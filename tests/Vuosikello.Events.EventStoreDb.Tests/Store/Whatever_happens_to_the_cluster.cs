using System.Globalization;
using Vuosikello.Events.EventStoreDb.Store;
using Vuosikello.Events.EventStoreDb.Double;

namespace Vuosikello.Events.EventStoreDb.Tests.Store;

/// <summary>Nodes die and come back, leaders change, connections break and answers are lost, in an order that follows from a seed, while several clients write.</summary>
public sealed class Whatever_happens_to_the_cluster(ITestOutputHelper output)
{
    private const int Clients = 6;
    private static readonly int AppendsEach = Environment.GetEnvironmentVariable("VUOSIKELLO_LONG") == "1" ? 2000 : 60;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_acknowledged_event_is_there_once_and_a_subscriber_gets_all_in_order()
    {
        int seed = int.TryParse(Environment.GetEnvironmentVariable("VUOSIKELLO_SEED"), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int wanted) ? wanted : Environment.TickCount;
        output.WriteLine($"VUOSIKELLO_SEED={seed}, {Clients} clients, {AppendsEach} appends each");
        await using var cluster = await DoubleCluster.Start(nodes: 3);
        var stores = Enumerable.Range(0, Clients + 1).Select(_ => cluster.Open("tls=false&maxDiscoverAttempts=3&discoveryInterval=2")).ToArray();
        var writers = Enumerable.Range(0, Clients).Select(n => new ChaosWriter(stores[n], n, new Random(seed + n + 1))).ToArray();
        var trouble = new Trouble(cluster, stores[^1], new Random(seed));

        var following = Task.Run(() => Follow(stores[^1], writers), Ct);
        var writing = Task.WhenAll(writers.Select(w => Task.Run(() => w.Write(AppendsEach, trouble.Acknowledged), Ct)));
        int troubles = await trouble.Make(until: writing);
        await writing;
        var seen = await following;

        var log = cluster.Log.All.Select(e => Guid.Parse(e.Id.String)).ToList();
        var acknowledged = writers.SelectMany(w => w.Acknowledged).ToList();
        Assert.Equal(acknowledged.Order(), log.Order());
        Assert.Equal(log, seen.Select(e => e.Id));
        Assert.Equal(log, await ReadAll(stores[0]));
        Assert.All(seen.GroupBy(e => e.Stream), stream => Assert.Equal(Enumerable.Range(0, stream.Count()).Select(i => (long)i), stream.Select(e => e.Version)));
        output.WriteLine($"{troubles} troubles, {acknowledged.Count} events acknowledged, {cluster.Nodes.Sum(n => n.Calls.Count)} calls");
        Assert.True(troubles > 10, "There was hardly any trouble.");
        foreach (var store in stores) await store.DisposeAsync();
    }

    private static async Task<List<RecordedEvent>> Follow(EventStoreDbStore store, ChaosWriter[] writers)
    {
        var seen = new List<RecordedEvent>();
        var position = Position.Start;
        while (true)
        {
            try
            {
                await foreach (var batch in store.Subscribe(position, Ct))
                {
                    seen.AddRange(batch);
                    if (batch.Count > 0) position = batch[^1].Position;
                    if (seen.Count >= writers.Sum(w => w.Promised(AppendsEach))) return seen;
                }
            }
            catch (StoreUnavailableException)
            {
                // As the views do: again from where they are.
                continue;
            }
        }
    }

    private static async Task<List<Guid>> ReadAll(EventStoreDbStore store)
    {
        var ids = new List<Guid>();
        await foreach (var e in store.ReadAll(Position.Start, Ct)) ids.Add(e.Id);
        return ids;
    }
}
