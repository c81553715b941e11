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
    public async Task One_without_an_answer_fails_at_its_deadline_and_the_call_goes_on_when_others_had_theirs_meanwhile()
    {
        Cluster.Node.Next("Append", Fault.Hang);

        await WithCall(async call =>
        {
            var unanswered = Append(call, "activity-1", deadline: TimeSpan.FromSeconds(2));
            await Append(call, "activity-2");
            Assert.Equal(GrpcStatus.DeadlineExceeded, (await Assert.ThrowsAsync<GrpcException>(() => unanswered)).Status);
            Assert.False(call.IsOver);
            return await Append(call, "activity-3");
        });
    }

    [Fact]
    public async Task A_call_on_which_nothing_is_heard_for_a_whole_deadline_is_given_up()
    {
        for (int i = 0; i < 3; i++) Cluster.Node.Next("Append", Fault.Hang);

        await WithCall(async call =>
        {
            var others = new[] { Append(call, "activity-1"), Append(call, "activity-2") };
            Assert.Equal(GrpcStatus.DeadlineExceeded, (await Assert.ThrowsAsync<GrpcException>(() => Append(call, "activity-3", deadline: TimeSpan.FromMilliseconds(50)))).Status);
            Assert.True(call.IsOver);
            foreach (var other in others) Assert.True((await Assert.ThrowsAsync<GrpcException>(() => other)).IsInterruption);
            return 0;
        });
    }

    [Fact]
    public async Task An_append_that_a_mute_call_swallowed_is_sent_again_by_another_call()
    {
        await using var store = Cluster.Open("tls=false&defaultDeadline=500&keepAliveInterval=-1");
        Cluster.Node.Next("Append", Fault.Hang);

        await store.Append(Stream, ExpectedVersion.NoStream, Events(1), Ct);

        var calls = Cluster.Node.Calls.Where(c => c.Method == "Append").Select(c => c.Headers).ToArray();
        Assert.NotSame(calls[0], calls[1]);
    }

    [Fact]
    public async Task An_answer_that_does_not_say_to_which_append_ends_the_call()
    {
        Cluster.Node.Next("Append", Fault.Nameless);

        var (failure, isOver) = await WithCall(async call => (await Assert.ThrowsAsync<GrpcException>(() => Append(call, "activity-1")), call.IsOver));

        Assert.Equal((GrpcStatus.Internal, true), (failure.Status, isOver));
    }

    [Fact]
    public async Task Appends_that_are_under_way_when_the_store_is_closed_end_and_later_ones_are_refused()
    {
        var store = Cluster.Open("tls=false&defaultDeadline=-1");
        for (int i = 0; i < 10; i++) Cluster.Node.Next("Append", Fault.Hang);
        var underWay = Enumerable.Range(0, 10).Select(i => store.Append(new StreamName($"activity-{i}"), ExpectedVersion.NoStream, Events(1), Ct)).ToArray();

        await store.DisposeAsync();

        foreach (var append in underWay) Assert.True((await Assert.ThrowsAsync<StoreUnavailableException>(() => append)).IsTransient);
        Assert.Contains("was closed", (await Assert.ThrowsAsync<StoreUnavailableException>(() => store.Append(Stream, ExpectedVersion.NoStream, Events(1), Ct))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_the_call_breaks_all_that_are_under_way_fail_and_it_takes_no_more()
    {
        for (int i = 0; i < 9; i++) Cluster.Node.Next("Append", Fault.Hang);
        Cluster.Node.Next("Append", Fault.LoseAnswer);

        await WithCall(async call =>
        {
            var underWay = Enumerable.Range(0, 10).Select(i => Append(call, $"activity-{i}")).ToArray();
            foreach (var append in underWay) Assert.True(EventStoreDb.Resilience.Passing.IsAway(await Assert.ThrowsAsync<GrpcException>(() => append)));
            Assert.True(call.IsOver);
            return await Assert.ThrowsAsync<GrpcException>(() => Append(call, "activity-1"));
        });
    }

    [Fact]
    public async Task Of_sixteen_writers_of_a_fresh_store_whose_call_is_cut_nobody_is_told_anything()
    {
        for (int i = 0; i < 15; i++) Cluster.Node.Next("Append", Fault.Hang);
        Cluster.Node.Next("Append", Fault.LoseAnswer);
        var readOnly = Store.Condition.Until(canWrite: false, Ct);

        await Task.WhenAll(Enumerable.Range(0, 16).Select(w => Store.Append(new StreamName($"activity-{w}"), ExpectedVersion.NoStream, Events(1), Ct)));

        Assert.Equal(16, Cluster.Log.All.Count);
        Assert.False(readOnly.IsCompleted);
    }

    [Fact]
    public async Task Of_sixteen_writers_of_a_node_that_is_gone_each_is_told_and_the_circuit_is_open()
    {
        await Store.Append(Stream, ExpectedVersion.NoStream, Events(1), Ct);
        Cluster.Node.Down();

        var told = await Task.WhenAll(Enumerable.Range(0, 16).Select(w => Record.ExceptionAsync(() => Store.Append(new StreamName($"other-{w}"), ExpectedVersion.NoStream, Events(1), Ct)).AsTask()));

        Assert.All(told, t => Assert.True(Assert.IsType<StoreUnavailableException>(t).IsTransient));
        Assert.False(Store.Condition.CanWrite);
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
