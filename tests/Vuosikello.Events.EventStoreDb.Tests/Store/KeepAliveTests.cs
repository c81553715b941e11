using Vuosikello.Events.EventStoreDb.Double;
using Vuosikello.Events.EventStoreDb.Store;

namespace Vuosikello.Events.EventStoreDb.Tests.Store;

/// <summary>A connection that has fallen silent without breaking is found out by pings that get no answer. Nothing else here has a time limit: without the pings these tests would wait for ever.</summary>
public sealed class KeepAliveTests : StoreTest
{
    private static string Over(SilentWay way) => $"esdb://{way.At}?tls=false&keepAliveInterval=1000&keepAliveTimeout=1000";

    private static EventStoreDbStore Open(SilentWay way) => EventStoreDbStore.Open(Over(way), new Random(1), DoubleCluster.Impatient);

    [Fact]
    public async Task An_append_that_the_way_swallows_is_made_over_another_connection()
    {
        await using var way = new SilentWay(Cluster.Node.At);
        await using var store = Open(way);
        await store.Append(Stream, ExpectedVersion.NoStream, Events(1), Ct);
        way.FallSilent();

        var result = await store.Append(Stream, ExpectedVersion.Exactly(0), Events(1), Ct);

        Assert.Equal(1, result.Version);
        Assert.Equal([0L, 1L], (await Read()).Select(e => e.Version));
    }

    [Fact]
    public async Task A_follower_that_waits_over_a_silent_way_goes_on_over_another_connection()
    {
        await using var way = new SilentWay(Cluster.Node.At);
        await using var store = Open(way);
        await using var follower = store.Subscribe(Position.Start, Ct).GetAsyncEnumerator(Ct);
        Assert.True(await follower.MoveNextAsync());
        Assert.Empty(follower.Current);
        way.FallSilent();
        await Store.Append(Stream, ExpectedVersion.NoStream, Events(1), Ct);

        Assert.True(await follower.MoveNextAsync());

        Assert.Single(follower.Current);
    }
}
