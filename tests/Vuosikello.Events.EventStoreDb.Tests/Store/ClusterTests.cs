using Vuosikello.Events.EventStoreDb.Double;
using Vuosikello.Events.EventStoreDb.Protocol;
using Vuosikello.Events.EventStoreDb.Resilience;
using Vuosikello.Events.EventStoreDb.Store;

namespace Vuosikello.Events.EventStoreDb.Tests.Store;

/// <summary>Leaders that change, nodes that are lost, and clusters that are away.</summary>
public sealed class ClusterTests : StoreTest
{
    private protected override int Nodes => 3;
    private protected override EventStoreDbOptions Settings => DoubleCluster.Impatient with { FailuresUntilReadOnly = 3 };

    private EventStoreDbStore Open(string connection) => EventStoreDbStore.Open(connection, new Random(1), Settings);

    [Fact]
    public async Task Who_asks_a_follower_is_sent_to_the_leader()
    {
        await using var store = Open($"esdb://{Cluster.Nodes[0].At}?tls=false");

        await store.Append(Stream, ExpectedVersion.NoStream, Events(1), Ct);

        Assert.Equal(("Append", "true"), Cluster.Nodes[0].Calls.Select(c => (c.Method, $"{c.Headers["requires-leader"]}")).Single());
        Assert.Contains(Cluster.Leader!.Calls, c => c.Method == "Append");
    }

    [Fact]
    public async Task A_new_leader_is_found_by_writers_and_followers_of_the_log()
    {
        await using var follower = Store.Subscribe(Position.Start, Ct).GetAsyncEnumerator(Ct);
        Assert.True(await follower.MoveNextAsync());
        var (old, next) = (Cluster.Leader!, Cluster.Nodes[0]);
        Cluster.Leader = next;
        old.CutConnections();

        await Store.Append(Stream, ExpectedVersion.NoStream, Events(1), Ct);

        Assert.True(await follower.MoveNextAsync());
        Assert.Single(follower.Current);
        Assert.Contains(next.Calls, c => c.Method == "Append");
    }

    [Fact]
    public async Task A_leader_that_dies_is_replaced()
    {
        await Store.Append(Stream, ExpectedVersion.NoStream, Events(1), Ct);
        var dead = Cluster.Leader!;
        Cluster.Leader = Cluster.Nodes[1];
        dead.Down();

        await Store.Append(Stream, ExpectedVersion.Exactly(0), Events(1), Ct);

        Assert.Equal(2, (await Read()).Count);
    }

    [Fact]
    public async Task The_first_host_that_is_down_keeps_nobody_out()
    {
        Cluster.Nodes[0].Down();

        await Store.Append(Stream, ExpectedVersion.NoStream, Events(1), Ct);

        Assert.Single(await Read());
    }

    [Fact]
    public async Task Who_prefers_followers_reads_from_one_what_the_leader_wrote()
    {
        await using var store = Cluster.Open("tls=false&nodePreference=follower", Settings);
        await store.Append(Stream, ExpectedVersion.NoStream, Events(1), Ct);

        await foreach (var batch in store.Subscribe(Position.Start, Ct))
        {
            if (batch.Count > 0) break;
        }

        var reader = Assert.Single(Cluster.Nodes, n => n.Readings.Any(IsSubscription));
        Assert.NotSame(Cluster.Leader, reader);
    }

    [Fact]
    public async Task A_follower_that_failed_once_is_read_from_again()
    {
        await using var store = Cluster.Open("tls=false&nodePreference=follower", Settings);
        foreach (var node in Cluster.Nodes.Where(n => n != Cluster.Leader)) node.Next("Subscribe", Fault.NotReady);
        await FirstBatch(store);
        Assert.Contains(Cluster.Leader!.Readings, IsSubscription);
        int before = Followers();

        await FirstBatch(store);

        Assert.Equal(before + 1, Followers());
        int Followers() => Cluster.Nodes.Where(n => n != Cluster.Leader).Sum(n => n.Readings.Count(IsSubscription));
    }

    private static bool IsSubscription(ReadReq.Types.Options asked) => asked.CountOptionCase == ReadReq.Types.Options.CountOptionOneofCase.Subscription;

    private static async Task FirstBatch(EventStoreDbStore store)
    {
        await foreach (var _ in store.Subscribe(Position.Start, Ct)) return;
    }

    [Fact]
    public async Task Without_a_leader_one_gives_up_after_so_many_attempts_and_says_why()
    {
        Cluster.Leader = null;
        await using var store = Cluster.Open("tls=false&maxDiscoverAttempts=2&discoveryInterval=1", Settings with { Retries = 1 });

        var away = await Assert.ThrowsAsync<StoreUnavailableException>(() => store.End(Ct));

        Assert.True(away.IsTransient);
        Assert.Contains("knows of no leader", away.Message, StringComparison.Ordinal);
        Assert.Equal(12, Cluster.Nodes.Sum(n => n.Calls.Count(c => c.Headers.ContainsKey("grpc-timeout") && c.Method == "Read")));
    }

    [Fact]
    public async Task A_cluster_that_is_gone_is_read_only_with_quick_errors_until_it_is_back()
    {
        await using var store = Cluster.Open("tls=false&maxDiscoverAttempts=1&discoveryInterval=1", Settings);
        Assert.True(store.Condition.CanWrite);
        foreach (var node in Cluster.Nodes) node.Down();

        await Assert.ThrowsAsync<StoreUnavailableException>(() => store.Append(Stream, ExpectedVersion.NoStream, Events(1), Ct));
        await store.Condition.Until(canWrite: false, Ct);
        var quick = await Assert.ThrowsAsync<StoreUnavailableException>(() => store.Append(Stream, ExpectedVersion.NoStream, Events(1), Ct));
        Assert.Contains("was not tried", quick.Message, StringComparison.Ordinal);
        Assert.True(quick.IsTransient);

        foreach (var node in Cluster.Nodes) node.Up();
        await store.Condition.Until(canWrite: true, Ct);
        await store.Append(Stream, ExpectedVersion.NoStream, Events(1), Ct);
        Assert.Single(await Read());
    }

    [Theory]
    [InlineData("esdb+discover")]
    [InlineData("esdb")]
    public async Task A_cluster_that_is_gone_is_found_to_be_so_although_nobody_writes(string scheme)
    {
        await using var store = EventStoreDbStore.Open($"{scheme}://{Cluster.Leader!.At}?tls=false&discoveryInterval=1", new Random(1), Settings with { SilenceUntilReadOnly = TimeSpan.FromMilliseconds(50) });
        await using var follower = store.Subscribe(Position.Start, Ct).GetAsyncEnumerator(Ct);
        Assert.True(await follower.MoveNextAsync());
        var next = follower.MoveNextAsync();

        foreach (var node in Cluster.Nodes) node.Down();
        await store.Condition.Until(canWrite: false, Ct);
        Assert.Contains("was not tried", (await Assert.ThrowsAsync<StoreUnavailableException>(() => store.Append(Stream, ExpectedVersion.NoStream, Events(1), Ct))).Message, StringComparison.Ordinal);

        foreach (var node in Cluster.Nodes) node.Up();
        await store.Condition.Until(canWrite: true, Ct);
        await store.Append(Stream, ExpectedVersion.NoStream, Events(1), Ct);
        Assert.True(await next);
        Assert.Single(follower.Current);
    }

    [Fact]
    public async Task A_new_leader_that_is_found_soon_keeps_nobody_from_writing()
    {
        await using var store = Cluster.Open("tls=false", Settings with { SilenceUntilReadOnly = TimeSpan.FromMinutes(1), FailuresUntilReadOnly = 1000 });
        await store.Append(Stream, ExpectedVersion.NoStream, Events(1), Ct);
        var old = Cluster.Leader!;
        Cluster.Leader = null;
        old.CutConnections();

        var appending = store.Append(Stream, ExpectedVersion.Exactly(0), Events(1), Ct);
        Cluster.Leader = Cluster.Nodes[0];

        Assert.Equal(1, (await appending).Version);
        Assert.True(store.Condition.CanWrite);
    }
}
