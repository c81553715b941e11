using Vuosikello.Events.EventStoreDb.Connection;
using Vuosikello.Events.EventStoreDb.Double;
using Vuosikello.Events.EventStoreDb.Grpc;
using Vuosikello.Events.EventStoreDb.Resilience;
using Vuosikello.Events.EventStoreDb.Store;
using Cluster = Vuosikello.Events.EventStoreDb.Connection.Cluster;

namespace Vuosikello.Events.EventStoreDb.Tests.Connection;

/// <summary>Looking for a leader that there is not, with as many attempts as there are when nobody says otherwise.</summary>
public sealed class DiscoveryTests : IAsyncLifetime
{
    private const int Attempts = 10;

    private DoubleCluster _nodes = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _nodes = await DoubleCluster.Start(nodes: 3);
        _nodes.Leader = null;
    }

    public ValueTask DisposeAsync() => _nodes.DisposeAsync();

    private string Text => _nodes.ConnectionString("tls=false&discoveryInterval=1");

    private int Questions => _nodes.Nodes.Sum(n => n.Calls.Count);

    [Theory]
    [InlineData(1)]
    [InlineData(16)]
    public async Task All_who_wait_for_it_share_one_discovery_and_its_failure(int writers)
    {
        var connection = ConnectionString.Parse(Text);
        using var cluster = new Cluster(connection, Pipelines.Discover(connection, DoubleCluster.Impatient), new Random(1), new Silence(TimeProvider.System, TimeSpan.MaxValue, static _ => { }));

        var answers = await Task.WhenAll(Enumerable.Range(0, writers).Select(_ => Record.ExceptionAsync(() => cluster.OnLeader((_, _) => Task.FromResult(1), Ct)).AsTask()));

        Assert.All(answers, a => Assert.Contains("knows of no leader", Assert.IsType<GrpcException>(a).Message, StringComparison.Ordinal));
        Assert.Equal(answers.Length, answers.Distinct().Count());
        Assert.Equal(Attempts * 3, Questions);
    }

    [Fact]
    public async Task Whoever_gives_up_leaves_the_discovery_to_the_others()
    {
        var connection = ConnectionString.Parse(Text);
        using var cluster = new Cluster(connection, Pipelines.Discover(connection, DoubleCluster.Impatient), new Random(1), new Silence(TimeProvider.System, TimeSpan.MaxValue, static _ => { }));
        using var impatient = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var first = cluster.OnLeader((_, _) => Task.FromResult(1), impatient.Token);
        var second = cluster.OnLeader((_, _) => Task.FromResult(2), Ct);

        await impatient.CancelAsync();
        _nodes.Leader = _nodes.Nodes[1];

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        Assert.Equal(2, await second);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(16)]
    public async Task Every_writer_is_told_that_the_cluster_is_away_and_the_circuit_is_open(int writers)
    {
        await using var store = EventStoreDbStore.Open(Text, new Random(1), DoubleCluster.Impatient with { SilenceUntilReadOnly = TimeSpan.FromTicks(1) });

        var told = await Task.WhenAll(Enumerable.Range(0, writers).Select(w => Record.ExceptionAsync(
            () => store.Append(new StreamName($"activity-{w}"), ExpectedVersion.NoStream, [new EventData(Guid.NewGuid(), "a.v1", "{}"u8.ToArray(), "{}"u8.ToArray())], Ct)).AsTask()));

        Assert.All(told, t => Assert.True(Assert.IsType<StoreUnavailableException>(t).IsTransient));
        Assert.False(store.Condition.CanWrite);
    }
}
