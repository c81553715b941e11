using Polly;
using Vuosikello.Events.EventStoreDb.Connection;
using Vuosikello.Events.EventStoreDb.Double;
using Vuosikello.Events.EventStoreDb.Grpc;
using Vuosikello.Events.EventStoreDb.Protocol;
using Vuosikello.Events.EventStoreDb.Store;

namespace Vuosikello.Events.EventStoreDb.Tests.Store;

/// <summary>What servers do to those who follow the log.</summary>
public sealed class FollowingTests : StoreTest
{
    private IEnumerable<ReadReq.Types.Options> Subscriptions =>
        Cluster.Node.Readings.Where(r => r.CountOptionCase == ReadReq.Types.Options.CountOptionOneofCase.Subscription);

    [Theory]
    [InlineData(Fault.NotReady)]
    [InlineData(Fault.Throw)]
    [InlineData(Fault.CutInMessage)]
    [InlineData(Fault.EndInMessage)]
    [InlineData(Fault.Garbage)]
    [InlineData(Fault.Ended)]
    internal async Task A_subscription_that_breaks_goes_on_after_the_last_event(Fault fault)
    {
        await Store.Append(Stream, ExpectedVersion.NoStream, Events(20), Ct);
        var follower = Subscribed();
        Cluster.Node.Next("Subscribe", fault);

        Assert.Equal(Versions(20), await Take(follower, 20));
        Assert.Equal(2, Subscriptions.Count());
        await follower.DisposeAsync();
    }

    [Fact]
    public async Task A_burst_that_gets_the_subscriber_dropped_comes_whole_and_in_order()
    {
        await using var follower = Subscribed();
        Assert.True(await follower.MoveNextAsync());

        await Store.Append(Stream, ExpectedVersion.NoStream, Events(500), Ct);

        Assert.Equal(Versions(500), await Take(follower, 500));
        Assert.True(Subscriptions.Count() > 1, "The double has not dropped anybody.");
    }

    [Fact]
    public async Task A_subscriber_learns_only_once_that_it_has_caught_up()
    {
        await using var follower = Subscribed();
        Assert.True(await follower.MoveNextAsync());
        Assert.Empty(follower.Current);
        Cluster.Node.CutConnections();
        await Store.Append(Stream, ExpectedVersion.NoStream, Events(1), Ct);

        Assert.True(await follower.MoveNextAsync());

        Assert.Single(follower.Current);
    }

    [Fact]
    public async Task Where_nothing_is_ours_the_checkpoints_tell_where_to_go_on()
    {
        await Store.Append(Stream, ExpectedVersion.NoStream, Events(1), Ct);
        Cluster.Log.AppendForeign(1000);
        var others = (long)Cluster.Log.All[900].CommitPosition;
        await using var follower = Subscribed();
        while (await follower.MoveNextAsync() && follower.Current.Count > 0) continue;

        Cluster.Node.CutConnections();
        await Store.Append(Stream, ExpectedVersion.Exactly(0), Events(1), Ct);

        Assert.True(await follower.MoveNextAsync());
        Assert.Equal([1L], follower.Current.Select(e => e.Version));
        Assert.True((long)Subscriptions.Last().All.Position.CommitPosition > others, "It read again what it had looked at.");
    }

    [Fact]
    public async Task A_log_without_any_event_is_followed_from_its_first_one_on()
    {
        await using var fresh = await DoubleCluster.Start(isOld: false);
        await using var store = fresh.Open();
        await using var follower = store.Subscribe(Position.Start, Ct).GetAsyncEnumerator(Ct);
        Assert.True(await follower.MoveNextAsync());
        Assert.Empty(follower.Current);
        fresh.Node.CutConnections();

        await store.Append(Stream, ExpectedVersion.NoStream, Events(2), Ct);

        Assert.Equal(Versions(2), await Take(follower, 2));
    }

    [Fact]
    public async Task A_confirmation_alone_does_not_make_the_tries_begin_anew()
    {
        for (int i = 0; i < 3; i++) Cluster.Node.Next("Subscribe", Fault.Ended);
        var twice = new ResiliencePipelineBuilder().AddRetry(new() { ShouldHandle = new PredicateBuilder().Handle<GrpcException>(), MaxRetryAttempts = 2, Delay = TimeSpan.Zero }).Build();
        var connection = ConnectionString.Parse(Cluster.ConnectionString());
        using var cluster = new EventStoreDb.Connection.Cluster(connection, ResiliencePipeline.Empty, new Random(1), new Silence(TimeProvider.System, TimeSpan.MaxValue, static _ => { }));
        await using var reading = new ResumedReading(
            cluster, new Failures(connection), twice,
            ct => cluster.OnPreferred(async (node, _, token) => new OpenReading(node, await node.Open(ServerMethods.Read, [Requests.Subscribe(0, "vk-")], default, token)), ct),
            "following the log", isEndless: true);

        Assert.Contains("ended the subscription", (await Assert.ThrowsAsync<StoreUnavailableException>(async () => await reading.Next(Ct))).Message, StringComparison.Ordinal);
        Assert.Equal(3, Subscriptions.Count());
    }

    private IAsyncEnumerator<IReadOnlyList<RecordedEvent>> Subscribed() => Store.Subscribe(Position.Start, Ct).GetAsyncEnumerator(Ct);

    private static async Task<List<long>> Take(IAsyncEnumerator<IReadOnlyList<RecordedEvent>> follower, int count)
    {
        var seen = new List<long>();
        while (seen.Count < count && await follower.MoveNextAsync()) seen.AddRange(follower.Current.Select(e => e.Version));
        return seen;
    }
}
