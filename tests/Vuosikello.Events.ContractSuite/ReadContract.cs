using Xunit;

namespace Vuosikello.Events.ContractSuite;

/// <summary>Reading: a stream, and all of them in the order of their commits.</summary>
public abstract class ReadContract : EventStoreContract
{
    [Fact]
    public async Task A_stream_that_does_not_exist_is_empty() => Assert.Empty(await Read(Stream));

    [Theory]
    [InlineData(0, 5)]
    [InlineData(3, 2)]
    [InlineData(5, 0)]
    public async Task A_stream_is_read_from_a_version_on(long from, int count)
    {
        await Store.Append(Stream, ExpectedVersion.NoStream, Events(5), Ct);

        Assert.Equal(Enumerable.Range((int)from, count).Select(i => (long)i), (await Read(Stream, from)).Select(e => e.Version));
    }

    [Fact]
    public async Task What_was_written_is_read_byte_for_byte()
    {
        string data = $$"""{"text":"{{new string('ä', 10_000)}} 👩‍👩‍👧 \" \\ \n <script>å</script> \u0000"}""";
        var e = Event("title-given.v12", data);
        await Store.Append(Stream, ExpectedVersion.NoStream, [e], Ct);

        var read = Assert.Single(await Read(Stream));

        Assert.Equal((Stream, 0L, e.Id, e.Type), (read.Stream, read.Version, read.Id, read.Type));
        Assert.Equal(data, Text(read.Data));
        Assert.Equal(Text(e.Metadata), Text(read.Metadata));
    }

    [Fact]
    public async Task All_events_after_a_position_are_read_in_the_order_of_their_appends()
    {
        var start = await Store.End(Ct);
        var streams = new[] { NewStream(), NewStream() };
        for (int i = 0; i < 6; i++) await Store.Append(streams[i % 2], ExpectedVersion.Any, [Event()], Ct);

        var all = await ReadAll(start);

        Assert.Equal([(streams[0], 0L), (streams[1], 0), (streams[0], 1), (streams[1], 1), (streams[0], 2), (streams[1], 2)], all.Select(e => (e.Stream, e.Version)));
        Assert.Equal(all.Select(e => e.Position).Order(), all.Select(e => e.Position));
        Assert.Equal(all[^1].Position, await Store.End(Ct));
    }

    [Fact]
    public async Task Reading_all_goes_on_exactly_after_the_position_given()
    {
        var start = await Store.End(Ct);
        await Store.Append(Stream, ExpectedVersion.NoStream, Events(4), Ct);
        var all = await ReadAll(start);

        Assert.Equal(all.Skip(2).Select(e => e.Id), (await ReadAll(all[1].Position)).Select(e => e.Id));
    }

    [Fact]
    public async Task More_events_than_fit_a_page_are_all_read_once()
    {
        var start = await Store.End(Ct);
        await Store.Append(Stream, ExpectedVersion.NoStream, Events(2500), Ct);

        Assert.Equal(Enumerable.Range(0, 2500).Select(i => (long)i), (await ReadAll(start)).Select(e => e.Version));
    }

    [Fact]
    public async Task Reading_all_ends_where_the_log_ended_when_it_began()
    {
        var start = await Store.End(Ct);
        await Store.Append(Stream, ExpectedVersion.NoStream, Events(3), Ct);
        int read = 0;
        await foreach (var e in Store.ReadAll(start, Ct))
        {
            await Store.Append(Stream, ExpectedVersion.Any, [Event()], Ct);
            read++;
        }

        Assert.Equal(3, read);
    }

    [Fact]
    public async Task After_the_end_there_is_nothing()
    {
        await Store.Append(Stream, ExpectedVersion.NoStream, [Event()], Ct);

        Assert.Empty(await ReadAll(await Store.End(Ct)));
    }

    [Fact]
    public async Task A_cancelled_reading_stops()
    {
        await Store.Append(Stream, ExpectedVersion.NoStream, Events(3), Ct);
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in Store.ReadAll(Position.Start, cancelled.Token)) continue;
        });
    }
}
