using Xunit;

namespace Vuosikello.Events.ContractSuite;

/// <summary>Appending: expected versions of every kind, all or none, and one order.</summary>
public abstract class AppendContract : EventStoreContract
{
    [Fact]
    public async Task The_first_event_of_a_stream_has_version_0_and_a_position_after_the_start()
    {
        var result = await Store.Append(Stream, ExpectedVersion.NoStream, [Event()], Ct);

        Assert.Equal(0, result.Version);
        Assert.True(result.Position > Position.Start);
    }

    [Fact]
    public async Task The_result_is_the_place_of_the_last_event()
    {
        var result = await Store.Append(Stream, ExpectedVersion.NoStream, Events(3), Ct);

        var last = (await Read(Stream))[^1];
        Assert.Equal(new AppendResult(2, last.Position), result);
    }

    [Fact]
    public async Task Every_append_that_expects_the_right_version_succeeds()
    {
        await Store.Append(Stream, ExpectedVersion.NoStream, [Event()], Ct);
        await Store.Append(Stream, ExpectedVersion.Exactly(0), Events(2), Ct);
        await Store.Append(Stream, ExpectedVersion.StreamExists, [Event()], Ct);
        var result = await Store.Append(Stream, ExpectedVersion.Any, [Event()], Ct);

        Assert.Equal(4, result.Version);
        Assert.Equal([0L, 1, 2, 3, 4], (await Read(Stream)).Select(e => e.Version));
    }

    [Fact]
    public async Task Any_version_will_do_for_a_stream_that_does_not_exist()
    {
        var result = await Store.Append(Stream, ExpectedVersion.Any, [Event()], Ct);

        Assert.Equal(0, result.Version);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(99)]
    public async Task An_append_that_expects_another_version_is_refused_with_the_actual_one(long expected)
    {
        await Store.Append(Stream, ExpectedVersion.NoStream, Events(2), Ct);

        var wrong = await Assert.ThrowsAsync<WrongExpectedVersionException>(
            () => Store.Append(Stream, ExpectedVersion.Exactly(expected), [Event()], Ct));

        Assert.Equal((Stream, new ExpectedVersion(expected), 1L), (wrong.Stream, wrong.Expected, wrong.Actual));
        Assert.Equal(2, (await Read(Stream)).Count);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-4)]
    public async Task A_stream_that_does_not_exist_is_at_version_minus_1_for_those_who_expect_one(long expected)
    {
        var wrong = await Assert.ThrowsAsync<WrongExpectedVersionException>(
            () => Store.Append(Stream, new ExpectedVersion(expected), [Event()], Ct));

        Assert.Equal(-1, wrong.Actual);
        Assert.Empty(await Read(Stream));
    }

    [Fact]
    public async Task An_append_without_events_is_a_mistake_of_the_caller() =>
        await Assert.ThrowsAsync<ArgumentException>(() => Store.Append(Stream, ExpectedVersion.Any, [], Ct));

    [Fact]
    public async Task Of_many_writers_who_expect_the_same_version_exactly_one_wins()
    {
        await Store.Append(Stream, ExpectedVersion.NoStream, [Event()], Ct);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => Task.Run(async () =>
        {
            var e = Event();
            try
            {
                await Store.Append(Stream, ExpectedVersion.Exactly(0), [e], Ct);
                return (e.Id, Won: true);
            }
            catch (WrongExpectedVersionException)
            {
                return (e.Id, Won: false);
            }
        })));

        var winner = Assert.Single(outcomes, o => o.Won);
        Assert.Equal(winner.Id, Assert.Single(await Read(Stream, 1)).Id);
    }

    [Fact]
    public async Task A_refused_append_harms_none_of_those_beside_it()
    {
        await Store.Append(Stream, ExpectedVersion.NoStream, [Event()], Ct);
        var others = Enumerable.Range(0, 40).Select(_ => NewStream()).ToList();

        var appends = others.Select(s => Store.Append(s, ExpectedVersion.NoStream, [Event()], Ct)).ToList();
        var refused = Enumerable.Range(0, 10).Select(_ => Store.Append(Stream, ExpectedVersion.NoStream, [Event()], Ct)).ToList();
        await Task.WhenAll(appends);

        foreach (var append in refused) await Assert.ThrowsAsync<WrongExpectedVersionException>(() => append);
        foreach (var stream in others) Assert.Single(await Read(stream));
        Assert.Single(await Read(Stream));
    }

    [Fact]
    public async Task Events_of_one_append_stand_together_in_the_log()
    {
        var start = await Store.End(Ct);
        var streams = Enumerable.Range(0, 20).Select(_ => NewStream()).ToList();

        await Task.WhenAll(streams.Select(s => Store.Append(s, ExpectedVersion.NoStream, Events(5), Ct)));

        var ours = (await ReadAll(start)).Where(e => streams.Contains(e.Stream)).Select(e => (e.Stream, e.Version)).ToList();
        Assert.Equal(100, ours.Count);
        Assert.All(ours.Chunk(5), chunk => Assert.Equal(Enumerable.Range(0, 5).Select(i => (chunk[0].Stream, (long)i)), chunk));
    }

    [Fact]
    public async Task A_large_append_is_taken_whole()
    {
        var events = Events(3000);

        await Store.Append(Stream, ExpectedVersion.NoStream, events, Ct);

        Assert.Equal(events.Select(e => e.Id), (await Read(Stream)).Select(e => e.Id));
    }

    [Fact]
    public async Task A_cancelled_append_is_not_made()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.Append(Stream, ExpectedVersion.Any, [Event()], cancelled.Token));

        Assert.Empty(await Read(Stream));
    }
}
