using Vuosikello.Events.EventStoreDb.Double;

namespace Vuosikello.Events.EventStoreDb.Tests.Store;

/// <summary>What servers do to those who append.</summary>
public sealed class AppendingTests : StoreTest
{
    /// <summary>Of an event: small ones go by the call that all share, large ones by a call of their own.</summary>
    public static TheoryData<int> Sizes => [0, 200_000];

    public static TheoryData<string, int> FaultsOfBothSizes
    {
        get
        {
            var both = new TheoryData<string, int>();
            foreach (var fault in new[] { Fault.NotReady, Fault.Throw, Fault.LoseAnswer, Fault.CutInMessage, Fault.EndInMessage, Fault.Garbage, Fault.NoTrailers })
            {
                both.Add(fault.ToString(), 0);
                both.Add(fault.ToString(), 200_000);
            }
            return both;
        }
    }

    [Theory]
    [MemberData(nameof(FaultsOfBothSizes))]
    public async Task An_append_that_goes_wrong_once_is_made_once_and_is_no_repetition(string fault, int size)
    {
        Cluster.Node.Next("Append", Enum.Parse<Fault>(fault));

        var result = await Store.Append(Stream, ExpectedVersion.NoStream, [Event(size: size), Event(size: size)], Ct);

        Assert.Equal([0L, 1L], (await Read()).Select(e => e.Version));
        Assert.Equal((1L, (await Store.End(Ct)), false), (result.Version, result.Position, result.Repeated));
        Assert.Equal(2, Cluster.Node.Calls.Count(c => c.Method == "Append"));
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public async Task An_append_whose_answers_are_all_lost_fails_and_is_found_by_the_next_try(int size)
    {
        EventData[] events = [Event(size: size), Event(size: size)];
        // What ends with its shared call is sent again at once, so each of those tries is two.
        int tries = (Settings.Retries + 1) * (size == 0 ? 2 : 1);
        for (int i = 0; i < tries; i++) Cluster.Node.Next("Append", Fault.LoseAnswer);

        var away = await Assert.ThrowsAsync<StoreUnavailableException>(() => Store.Append(Stream, ExpectedVersion.NoStream, events, Ct));
        Assert.True(away.IsTransient);
        await Store.Condition.Until(canWrite: true, Ct);
        var result = await Store.Append(Stream, ExpectedVersion.NoStream, events, Ct);

        Assert.Equal(1, result.Version);
        Assert.Equal(2, (await Read()).Count);
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public async Task An_append_that_the_server_makes_late_when_it_was_sent_again_is_made_once(int size)
    {
        await using var store = Cluster.Open("tls=false&defaultDeadline=500");
        Cluster.Node.Next("Append", Fault.Late);

        var result = await store.Append(Stream, ExpectedVersion.NoStream, [Event(size: size), Event(size: size)], Ct);

        Assert.Equal(1, result.Version);
        Assert.Equal([0L, 1L], (await Read()).Select(e => e.Version));
    }

    [Fact]
    public async Task An_append_that_a_node_that_is_just_starting_does_not_find_is_no_repetition()
    {
        Cluster.Node.Next("other", Fault.Starting);

        Assert.False((await Store.Append(Stream, ExpectedVersion.NoStream, Events(1), Ct)).Repeated);
    }

    [Fact]
    public async Task Of_two_processes_that_append_the_same_ids_at_once_only_one_has_written_them()
    {
        await using var other = Cluster.Open();
        for (int i = 0; i < 20; i++)
        {
            var (stream, id) = (new StreamName($"activity-{i}"), Guid.NewGuid());

            var results = await Task.WhenAll(
                Store.Append(stream, ExpectedVersion.NoStream, [Event("here", id)], Ct),
                other.Append(stream, ExpectedVersion.NoStream, [Event("there", id)], Ct));

            var there = Assert.Single(await Read(stream));
            Assert.Equal(there.Position, Assert.Single(results.Select(r => r.Position).Distinct()));
            Assert.Equal(there.Metadata.Span.SequenceEqual(Event("here").Metadata.Span) ? [false, true] : [true, false], results.Select(r => r.Repeated));
        }
    }

    [Fact]
    public async Task More_than_1_MiB_is_refused_with_what_to_do_and_nothing_is_written()
    {
        var refused = await Assert.ThrowsAsync<StoreUnavailableException>(
            () => Store.Append(Stream, ExpectedVersion.NoStream, [Event(size: 600_000), Event(size: 600_000)], Ct));

        Assert.False(refused.IsTransient);
        Assert.Contains("1048576", refused.Message, StringComparison.Ordinal);
        Assert.Contains("MaxAppendSize", refused.Message, StringComparison.Ordinal);
        Assert.Empty(await Read());
    }

    [Fact]
    public async Task A_message_of_20_MB_is_refused_in_the_same_way() =>
        Assert.False((await Assert.ThrowsAsync<StoreUnavailableException>(() => Store.Append(Stream, ExpectedVersion.NoStream, [Event(size: 20_000_000)], Ct))).IsTransient);

    [Fact]
    public async Task A_stream_that_was_tombstoned_is_damage_for_writers_and_readers()
    {
        await Store.Append(Stream, ExpectedVersion.NoStream, Events(1), Ct);
        Cluster.Log.Tombstone("vk-activity-1");

        Assert.Contains("vk-activity-1", (await Assert.ThrowsAsync<StoreDamagedException>(() => Store.Append(Stream, ExpectedVersion.Exactly(0), Events(1), Ct))).Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<StoreDamagedException>(() => Read());
    }

    [Theory]
    [InlineData("")]
    [InlineData("$vk-")]
    public void A_stream_prefix_that_is_none_or_the_systems_is_refused(string prefix) =>
        Assert.Contains("EventStore:StreamPrefix", Assert.Throws<StoreUnavailableException>(() => Cluster.Open(settings: Settings with { StreamPrefix = prefix })).Message, StringComparison.Ordinal);

    [Fact]
    public async Task Streams_have_the_prefix_in_the_cluster_and_events_their_own_ids_there()
    {
        var e = Event();
        await Store.Append(Stream, ExpectedVersion.NoStream, [e], Ct);

        var stored = Assert.Single(Cluster.Log.Stream("vk-activity-1")!);
        Assert.Equal((e.Id.ToString(), e.Type, "application/json"), (stored.Id.String, stored.Metadata["type"], stored.Metadata["content-type"]));
    }
}
