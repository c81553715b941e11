using Vuosikello.Events.EventStoreDb.Double;

namespace Vuosikello.Events.EventStoreDb.Tests.Store;

/// <summary>What servers do to those who read.</summary>
public sealed class ReadingTests : StoreTest
{
    public static TheoryData<string> Faults => [nameof(Fault.NotReady), nameof(Fault.Throw), nameof(Fault.CutInMessage), nameof(Fault.EndInMessage), nameof(Fault.Garbage), nameof(Fault.NoTrailers), nameof(Fault.LoseAnswer)];

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_stream_is_read_whole_and_once_although_the_reading_breaks(string fault)
    {
        await Store.Append(Stream, ExpectedVersion.NoStream, Events(10), Ct);
        Cluster.Node.Next("Read", Enum.Parse<Fault>(fault));

        Assert.Equal(Versions(10), (await Read()).Select(e => e.Version));
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Everything_is_read_whole_and_once_although_the_reading_breaks(string fault)
    {
        await Store.Append(Stream, ExpectedVersion.NoStream, Events(10), Ct);
        Cluster.Node.Next("ReadAll", Enum.Parse<Fault>(fault));

        Assert.Equal(Versions(10), (await ReadAll()).Select(e => e.Version));
    }

    [Fact]
    public async Task Events_of_others_are_left_out()
    {
        Cluster.Log.AppendForeign(40);
        Cluster.Log.AppendForeign(3, "$system");
        Cluster.Log.AppendForeign(3, "$$vk-activity-1");
        await Store.Append(Stream, ExpectedVersion.NoStream, Events(2), Ct);
        Cluster.Log.AppendForeign(40);
        var last = (await Read())[^1].Position;

        Assert.Equal([0L, 1L], (await ReadAll()).Select(e => e.Version));
        Assert.Equal([0L, 1L], await Follow(2));
        Assert.Equal(last, await Store.End(Ct));
    }

    [Fact]
    public async Task A_log_of_others_alone_is_empty()
    {
        Cluster.Log.AppendForeign(40);

        Assert.Equal(Position.Start, await Store.End(Ct));
        Assert.Empty(await ReadAll());
    }

    [Fact]
    public async Task A_position_of_another_log_is_told()
    {
        await Store.Append(Stream, ExpectedVersion.NoStream, Events(2), Ct);
        var second = (await Read())[^1].Position;

        await Assert.ThrowsAsync<StoreDamagedException>(() => ReadAll(new Position(second.Value - 1)));
    }

    [Fact]
    public async Task A_position_beyond_the_end_is_told_although_the_server_would_call_it_caught_up()
    {
        await Store.Append(Stream, ExpectedVersion.NoStream, Events(1), Ct);
        var end = await Store.End(Ct);

        await Assert.ThrowsAsync<StoreDamagedException>(() => Follow(1, new Position(end.Value + 1)));
    }

    [Fact]
    public async Task A_node_that_is_just_starting_is_not_believed_that_the_log_is_shorter()
    {
        await Store.Append(Stream, ExpectedVersion.NoStream, Events(1), Ct);
        var end = await Store.End(Ct);
        Cluster.Node.Next("other", Fault.Starting);

        await foreach (var batch in Store.Subscribe(end, Ct))
        {
            Assert.Empty(batch);
            return;
        }
    }

    [Fact]
    public async Task A_stream_that_lacks_its_first_events_is_damage()
    {
        await Store.Append(Stream, ExpectedVersion.NoStream, Events(3), Ct);
        Cluster.Log.Truncate("vk-activity-1", 1);

        await Assert.ThrowsAsync<StoreDamagedException>(() => Read());
    }

    [Fact]
    public async Task A_reading_may_take_as_long_as_its_reader_does_and_only_the_question_for_the_end_has_a_deadline()
    {
        await Store.Append(Stream, ExpectedVersion.NoStream, Events(2), Ct);

        await Read();
        await ReadAll();

        var readings = Cluster.Node.Calls.Where(c => c.Method == "Read").Select(c => c.Headers.ContainsKey("grpc-timeout"));
        // What stands there after the append, the stream, the end, and everything up to it.
        Assert.Equal([false, false, true, false], readings);
    }

    [Fact]
    public async Task A_stream_of_which_nothing_comes_is_asked_for_again()
    {
        await using var store = Cluster.Open("tls=false&defaultDeadline=500");
        await store.Append(Stream, ExpectedVersion.NoStream, Events(2), Ct);
        Cluster.Node.Next("Read", Fault.Hang);

        int count = 0;
        await foreach (var _ in store.ReadStream(Stream, ct: Ct)) count++;

        Assert.Equal(2, count);
    }

    [Fact]
    public async Task A_server_that_never_answers_is_given_up_in_time()
    {
        await using var store = Cluster.Open("tls=false&defaultDeadline=30");
        for (int i = 0; i <= Settings.Retries; i++) Cluster.Node.Next("Read", Fault.Hang);

        var away = await Assert.ThrowsAsync<StoreUnavailableException>(() => store.End(Ct));

        Assert.True(away.IsTransient);
        Assert.Equal(Position.Start, await store.End(Ct));
    }
}
