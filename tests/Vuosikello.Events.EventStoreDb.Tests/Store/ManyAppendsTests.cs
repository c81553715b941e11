using Vuosikello.Events.EventStoreDb.Connection;
using Vuosikello.Events.EventStoreDb.Double;
using Vuosikello.Events.EventStoreDb.Grpc;
using Vuosikello.Events.EventStoreDb.Store;

namespace Vuosikello.Events.EventStoreDb.Tests.Store;

/// <summary>Appends that share one call.</summary>
public sealed class ManyAppendsTests : StoreTest
{
    private static readonly StreamNames Names = new("vk-");

    private async Task<T> WithCall<T>(Func<AppendCall, Task<T>> work)
    {
        using var http = Wire.Open(ConnectionString.Parse(Cluster.ConnectionString()));
        await using var call = new AppendCall(new GrpcChannel(http, Cluster.Node.At.Address(tls: false), null));
        return await work(call);
    }

    private static Task<AppendOutcome> Append(AppendCall call, string stream, long expected = -1, TimeSpan? deadline = null) =>
        call.Append(Names.Stored(new StreamName(stream)), expected, Events(1), deadline, Ct);

    [Fact]
    public async Task Each_gets_its_own_answer()
    {
        var outcomes = await WithCall(call => Task.WhenAll(Enumerable.Range(0, 50).Select(i => Append(call, $"activity-{i}", expected: i % 2 == 0 ? -1 : 7))));

        Assert.All(outcomes.Where((_, i) => i % 2 == 0), made => Assert.Equal(0, made.Version));
        Assert.All(outcomes.Where((_, i) => i % 2 == 1), wrong => Assert.Equal(new AppendOutcome(-1, null), wrong));
        Assert.Equal(25, Cluster.Log.All.Count);
    }

    [Fact]
    public async Task One_that_no_node_is_ready_for_says_so_and_the_call_goes_on()
    {
        Cluster.Node.Next("Append", Fault.NotReady);

        var (failure, next) = await WithCall(async call => (await Assert.ThrowsAsync<GrpcException>(() => Append(call, "activity-1")), await Append(call, "activity-1")));

        Assert.Equal((GrpcStatus.Unavailable, "Server Is Not Ready"), (failure.Status, failure.Message));
        Assert.Equal(0, next.Version);
    }

    [Fact]
    public async Task One_without_an_answer_fails_at_its_deadline_and_the_call_goes_on()
    {
        Cluster.Node.Next("Append", Fault.Hang);

        var (failure, next) = await WithCall(async call =>
            (await Assert.ThrowsAsync<GrpcException>(() => Append(call, "activity-1", deadline: TimeSpan.FromMilliseconds(50))), await Append(call, "activity-2")));

        Assert.Equal(GrpcStatus.DeadlineExceeded, failure.Status);
        Assert.Equal(0, next.Version);
    }

    [Fact]
    public async Task When_the_call_breaks_all_that_are_under_way_fail_and_it_takes_no_more()
    {
        for (int i = 0; i < 9; i++) Cluster.Node.Next("Append", Fault.Hang);
        Cluster.Node.Next("Append", Fault.LoseAnswer);

        await WithCall(async call =>
        {
            var underWay = Enumerable.Range(0, 10).Select(i => Append(call, $"activity-{i}")).ToArray();
            foreach (var append in underWay) Assert.True(Resilience.Passing.IsAway(await Assert.ThrowsAsync<GrpcException>(() => append)));
            Assert.True(call.IsOver);
            return await Assert.ThrowsAsync<GrpcException>(() => Append(call, "activity-1"));
        });
    }

    [Fact]
    public async Task Writers_whose_call_breaks_each_send_their_append_again()
    {
        for (int i = 0; i < 5; i++)
        {
            if (i > 0) Cluster.Node.Next("Append", Fault.CutInMessage);
            await Task.WhenAll(Enumerable.Range(0, 20).Select(w => Store.Append(new StreamName($"activity-{w}"), ExpectedVersion.Exactly(i - 1), Events(1), Ct)));
        }

        Assert.Equal(100, Cluster.Log.All.Count);
        Assert.True(Store.Condition.CanWrite);
    }

    [Fact]
    public async Task One_that_is_too_large_goes_by_a_call_of_its_own_and_harms_nobody()
    {
        await Store.Append(Stream, ExpectedVersion.NoStream, Events(1), Ct);
        await Assert.ThrowsAsync<StoreUnavailableException>(() => Store.Append(Stream, ExpectedVersion.Exactly(0), [Event(size: 20_000_000)], Ct));
        await Store.Append(Stream, ExpectedVersion.Exactly(0), Events(1), Ct);

        var calls = Cluster.Node.Calls.Where(c => c.Method == "Append").Select(c => c.Headers).ToArray();
        Assert.Equal(3, calls.Length);
        Assert.Same(calls[0], calls[2]);
        Assert.NotSame(calls[0], calls[1]);
    }
}
