using Xunit;

namespace Vuosikello.Events.ContractSuite;

/// <summary>The same events again, at the same place: told the same, and written once.</summary>
public abstract class IdempotencyContract : EventStoreContract
{
    [Theory]
    [InlineData(-1)]
    [InlineData(-2)]
    public async Task The_first_events_of_a_stream_again_are_told_where_they_are(long expected)
    {
        var events = Events(2);
        var first = await Store.Append(Stream, new ExpectedVersion(expected), events, Ct);

        var again = await Store.Append(Stream, new ExpectedVersion(expected), events, Ct);

        Assert.Equal(first with { Repeated = true }, again);
        Assert.Equal(2, (await Read(Stream)).Count);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-2)]
    [InlineData(-4)]
    public async Task Events_again_are_told_where_they_are_although_others_came_after_them(long expected)
    {
        await Store.Append(Stream, ExpectedVersion.NoStream, [Event()], Ct);
        var events = Events(2);
        var first = await Store.Append(Stream, new ExpectedVersion(expected), events, Ct);
        await Store.Append(Stream, ExpectedVersion.Exactly(2), [Event()], Ct);

        var again = await Store.Append(Stream, new ExpectedVersion(expected), events, Ct);

        Assert.Equal(first with { Repeated = true }, again);
        Assert.Equal(4, (await Read(Stream)).Count);
    }

    [Fact]
    public async Task The_same_append_many_times_at_once_is_made_once()
    {
        var events = Events(3);

        var results = await Task.WhenAll(Enumerable.Range(0, 24).Select(_ => Store.Append(Stream, ExpectedVersion.NoStream, events, Ct)));

        Assert.Single(results.Select(r => (r.Version, r.Position)).Distinct());
        Assert.Single(results, r => !r.Repeated);
        Assert.Equal(events.Select(e => e.Id), (await Read(Stream)).Select(e => e.Id));
    }

    [Fact]
    public async Task Some_of_the_same_events_with_others_are_not_the_same_append()
    {
        var events = Events(2);
        await Store.Append(Stream, ExpectedVersion.NoStream, events, Ct);

        await Assert.ThrowsAsync<WrongExpectedVersionException>(
            () => Store.Append(Stream, ExpectedVersion.NoStream, [events[0], Event()], Ct));

        Assert.Equal(2, (await Read(Stream)).Count);
    }

    [Fact]
    public async Task More_events_than_the_first_time_are_not_the_same_append()
    {
        var events = Events(3);
        await Store.Append(Stream, ExpectedVersion.NoStream, [.. events.Take(2)], Ct);

        await Assert.ThrowsAsync<WrongExpectedVersionException>(() => Store.Append(Stream, ExpectedVersion.NoStream, events, Ct));

        Assert.Equal(2, (await Read(Stream)).Count);
    }

    [Fact]
    public async Task The_same_ids_in_another_stream_are_other_events()
    {
        var events = Events(1);
        var other = NewStream();
        await Store.Append(Stream, ExpectedVersion.NoStream, events, Ct);

        await Store.Append(other, ExpectedVersion.NoStream, events, Ct);

        Assert.Single(await Read(other));
    }
}
