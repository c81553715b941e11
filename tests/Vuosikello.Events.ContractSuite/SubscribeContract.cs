using Xunit;

namespace Vuosikello.Events.ContractSuite;

/// <summary>Subscribing: every event exactly once and in order, from any position, and then live.</summary>
public abstract class SubscribeContract : EventStoreContract
{
    [Fact]
    public async Task A_subscriber_gets_what_is_there_and_is_told_that_it_has_caught_up()
    {
        var start = await Store.End(Ct);
        await Store.Append(Stream, ExpectedVersion.NoStream, Events(3), Ct);
        var seen = new List<long>();

        await foreach (var batch in Store.Subscribe(start, Ct))
        {
            if (batch.Count == 0) break;
            seen.AddRange(batch.Select(e => e.Version));
        }

        Assert.Equal([0L, 1, 2], seen);
    }

    [Fact]
    public async Task A_subscriber_of_an_empty_rest_is_told_that_it_has_caught_up()
    {
        var end = await Store.End(Ct);

        await foreach (var batch in Store.Subscribe(end, Ct))
        {
            Assert.Empty(batch);
            break;
        }
    }

    [Fact]
    public async Task A_subscriber_that_has_caught_up_gets_what_is_appended_later()
    {
        await using var subscriber = Store.Subscribe(await Store.End(Ct), Ct).GetAsyncEnumerator(Ct);
        Assert.True(await subscriber.MoveNextAsync());
        Assert.Empty(subscriber.Current);

        var waiting = NextEvents(subscriber);
        await Store.Append(Stream, ExpectedVersion.NoStream, Events(2), Ct);

        // They may come in one batch or, from a node that is itself told of them, in two.
        var come = new List<RecordedEvent>(await waiting);
        while (come.Count < 2) come.AddRange(await NextEvents(subscriber));
        Assert.Equal([(Stream, 0L), (Stream, 1L)], come.Select(e => (e.Stream, e.Version)));
    }

    [Fact]
    public async Task Live_events_are_the_same_as_those_read_from_the_log()
    {
        var start = await Store.End(Ct);
        await using var subscriber = Store.Subscribe(start, Ct).GetAsyncEnumerator(Ct);
        Assert.True(await subscriber.MoveNextAsync());
        await Store.Append(Stream, ExpectedVersion.NoStream, [Event("title-given.v1", """{"title":"Kevät 🎡"}""")], Ct);

        var live = Assert.Single(await NextEvents(subscriber));
        var read = Assert.Single(await ReadAll(start));

        Assert.Equal((read.Stream, read.Version, read.Position, read.Id, read.Type, read.RecordedAt), (live.Stream, live.Version, live.Position, live.Id, live.Type, live.RecordedAt));
        Assert.Equal((Text(read.Data), Text(read.Metadata)), (Text(live.Data), Text(live.Metadata)));
    }

    [Fact]
    public async Task Many_subscribers_from_different_positions_each_get_everything_once_and_in_order_while_others_write()
    {
        const int Writers = 8, AppendsEach = 40, Subscribers = 12;
        var start = await Store.End(Ct);
        await Store.Append(Stream, ExpectedVersion.NoStream, Events(50), Ct);
        var positions = new[] { start }.Concat((await ReadAll(start)).Select(e => e.Position)).ToList();

        var subscribers = Enumerable.Range(0, Subscribers).Select(i => Task.Run(() => Take(positions[i * 4], 50 - (i * 4) + (Writers * AppendsEach)))).ToList();
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => Task.Run(async () =>
        {
            var stream = NewStream();
            for (int i = 0; i < AppendsEach; i++) await Store.Append(stream, ExpectedVersion.Exactly(i - 1), [Event()], Ct);
        })));

        var all = (await ReadAll(start)).Select(e => e.Position).ToList();
        for (int i = 0; i < Subscribers; i++) Assert.Equal(all.Where(p => p > positions[i * 4]), await subscribers[i]);
    }

    [Fact]
    public async Task A_subscriber_that_stands_still_holds_nobody_up_and_misses_nothing()
    {
        var start = await Store.End(Ct);
        await using var slow = Store.Subscribe(start, Ct).GetAsyncEnumerator(Ct);
        Assert.True(await slow.MoveNextAsync());

        for (int i = 0; i < 12; i++) await Store.Append(Stream, ExpectedVersion.Any, Events(500), Ct);

        var seen = new List<long>();
        while (seen.Count < 6000) seen.AddRange((await NextEvents(slow)).Select(e => e.Version));
        Assert.Equal(Enumerable.Range(0, 6000).Select(i => (long)i), seen);
    }

    [Fact]
    public async Task A_cancelled_subscription_ends_while_it_waits()
    {
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        await using var subscriber = Store.Subscribe(await Store.End(Ct), cancel.Token).GetAsyncEnumerator(cancel.Token);
        Assert.True(await subscriber.MoveNextAsync());

        var waiting = subscriber.MoveNextAsync().AsTask();
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    private async Task<List<Position>> Take(Position after, int count)
    {
        var seen = new List<Position>(count);
        await foreach (var batch in Store.Subscribe(after, Ct))
        {
            seen.AddRange(batch.Select(e => e.Position));
            if (seen.Count >= count) break;
        }
        return seen;
    }

    private static async Task<IReadOnlyList<RecordedEvent>> NextEvents(IAsyncEnumerator<IReadOnlyList<RecordedEvent>> subscriber)
    {
        do Assert.True(await subscriber.MoveNextAsync());
        while (subscriber.Current.Count == 0);
        return subscriber.Current;
    }
}
