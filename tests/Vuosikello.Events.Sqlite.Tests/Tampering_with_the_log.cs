using System.Text;
using Vuosikello.Events.Proof;
using static Vuosikello.Events.Sqlite.Tests.TamperedLog;

namespace Vuosikello.Events.Sqlite.Tests;

/// <summary>Whatever is done to the database behind the server's back, at whichever event, is found, and the first event that does not fit is named.</summary>
public sealed class Tampering_with_the_log
{
    private const string Move = "UPDATE events SET position = -position WHERE position > @at; UPDATE events SET position = -position {0} WHERE position < 0;";
    private const string Renumber = "UPDATE events SET version = -version WHERE stream = @stream AND version > @version; UPDATE events SET version = -version {0} WHERE version < 0;";

    public static TheoryData<int> EveryPosition => [.. Enumerable.Range(1, Order.Length)];
    public static TheoryData<int> EveryPositionButTheLast => [.. Enumerable.Range(1, Order.Length - 1)];
    public static TheoryData<int> EveryPositionWithOneAfterItInItsStream => [.. Enumerable.Range(1, Order.Length).Where(position => NextOf(position) is not null)];

    [Fact]
    public async Task A_log_that_nobody_touched_fits()
    {
        using var log = await Sound();

        var (first, check) = await log.Check();

        Assert.Null(first);
        Assert.Equal((Order.Length, 2, 0), (check.Events, check.Streams, check.WithoutHash));
    }

    [Theory]
    [MemberData(nameof(EveryPosition))]
    public async Task A_change_of_what_an_event_says_is_found(int at)
    {
        using var log = await Sound();
        log.Execute("UPDATE events SET data = @data WHERE position = @at", ("@data", "{\"title\":{\"fi\":\"Sopimatta\"}}"u8.ToArray()), ("@at", at));

        await Found(log, MisfitReason.Changed, at);
    }

    [Theory]
    [MemberData(nameof(EveryPosition))]
    public async Task A_change_of_who_did_it_or_when_is_found(int at)
    {
        foreach (var (before, after) in new[] { ("7c9e6679", "7c9e6678"), ("14:30", "14:31"), ("\"at\"", "\"for\":\"keravan-kaupunki\",\"at\"") })
        {
            using var log = await Sound();
            log.Execute(
                "UPDATE events SET metadata = CAST(replace(CAST(metadata AS TEXT), @before, @after) AS BLOB) WHERE position = @at",
                ("@before", before), ("@after", after), ("@at", at));

            await Found(log, MisfitReason.Changed, at);
        }
    }

    [Theory]
    [MemberData(nameof(EveryPosition))]
    public async Task A_change_of_an_events_name_or_id_is_found(int at)
    {
        using var renamed = await Sound();
        renamed.Execute("UPDATE events SET type = 'activity-withdrawn.v1' WHERE position = @at", ("@at", at));
        await Found(renamed, MisfitReason.Changed, at);

        using var other = await Sound();
        other.Execute("UPDATE events SET id = @id WHERE position = @at", ("@id", Enumerable.Repeat((byte)7, 16).ToArray()), ("@at", at));
        await Found(other, MisfitReason.Changed, at);
    }

    [Theory]
    [MemberData(nameof(EveryPositionButTheLast))]
    public async Task A_dropped_event_is_found_at_the_next_one_although_it_may_be_of_another_stream(int at)
    {
        using var log = await Sound();
        log.Execute("DELETE FROM events WHERE position = @at", ("@at", at));

        await Found(log, MisfitReason.PositionMissing, at + 1);
    }

    [Theory]
    [MemberData(nameof(EveryPositionWithOneAfterItInItsStream))]
    public async Task A_dropped_event_is_found_although_the_log_was_numbered_anew(int at)
    {
        using var log = await Sound();
        log.Execute($"DELETE FROM events WHERE position = @at; {string.Format(null, Move, "- 1")}", ("@at", at));
        await Found(log, MisfitReason.OutOfTurn, NextOf(at)!.Value);

        var (stream, version) = At(at);
        log.Execute(string.Format(null, Renumber, "- 1"), ("@stream", stream.Value), ("@version", version));
        await Found(log, MisfitReason.Changed, NextOf(at)!.Value, renumbered: -1);
    }

    [Theory]
    [MemberData(nameof(EveryPositionWithOneAfterItInItsStream))]
    public async Task Two_events_of_a_stream_that_were_swapped_are_found_at_the_first_of_them(int at)
    {
        using var log = await Sound();
        int next = NextOf(at)!.Value;
        log.Execute("UPDATE events SET position = -1 WHERE position = @at; UPDATE events SET position = @at WHERE position = @next; UPDATE events SET position = @next WHERE position = -1;", ("@at", at), ("@next", next));
        var found = (await log.Check()).First;
        Assert.Equal((MisfitReason.OutOfTurn, At(at).Stream, At(next).Version, at), (found!.Reason, found.Stream, found.Version, found.Position!.Value.Value));

        var (stream, version) = At(at);
        log.Execute(
            "UPDATE events SET version = -1 WHERE stream = @stream AND version = @version; UPDATE events SET version = @version WHERE stream = @stream AND version = @version + 1; UPDATE events SET version = @version + 1 WHERE stream = @stream AND version = -1;",
            ("@stream", stream.Value), ("@version", version));
        await Found(log, MisfitReason.Changed, at);
    }

    [Theory]
    [MemberData(nameof(EveryPositionButTheLast))]
    public async Task A_copy_that_was_inserted_is_found(int at)
    {
        using var log = await Sound();
        var (stream, version) = At(at);
        log.Execute(
            $"{string.Format(null, Move, "+ 1")} {string.Format(null, Renumber, "+ 1")} INSERT INTO events SELECT position + 1, stream, version + 1, id, type, data, metadata, recorded FROM events WHERE position = @at;",
            ("@at", at), ("@stream", stream.Value), ("@version", version));

        var found = (await log.Check()).First;
        Assert.Equal((MisfitReason.Changed, stream, version + 1), (found!.Reason, found.Stream, found.Version));
    }

    [Theory]
    [MemberData(nameof(EveryPositionWithOneAfterItInItsStream))]
    public async Task A_forged_event_with_a_right_hash_is_found_at_the_event_after_it(int at)
    {
        using var log = await Sound();
        var (stream, version) = At(at);
        EventData[] forged = [new(new Guid(99, 0, 0, new byte[8]), "activity-retitled.v1", "{\"title\":{\"fi\":\"Sopimatta\"}}"u8.ToArray(), "{\"by\":\"\"}"u8.ToArray())];
        EventChain.Seal(stream, version + 1, log.Hashes[at - 1], forged);
        log.Execute(
            $"{string.Format(null, Move, "+ 1")} {string.Format(null, Renumber, "+ 1")} INSERT INTO events VALUES (@at + 1, @stream, @version + 1, @id, @type, @data, @metadata, 0);",
            ("@at", at), ("@stream", stream.Value), ("@version", version), ("@id", forged[0].Id.ToByteArray(bigEndian: true)),
            ("@type", forged[0].Type), ("@data", forged[0].Data.ToArray()), ("@metadata", forged[0].Metadata.ToArray()));

        var found = (await log.Check()).First;
        Assert.Equal((MisfitReason.Changed, stream, version + 2), (found!.Reason, found.Stream, found.Version));
    }

    [Theory]
    [MemberData(nameof(EveryPositionButTheLast))]
    public async Task A_hash_that_was_taken_away_is_found_once_a_log_has_hashes(int before)
    {
        using var log = await Sound();
        log.Execute("UPDATE events SET metadata = CAST(json_remove(CAST(metadata AS TEXT), '$.hash') AS BLOB) WHERE position = @at", ("@at", before + 1));

        await Found(log, MisfitReason.WithoutHash, before + 1);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(8)]
    public async Task Events_from_before_there_were_hashes_are_counted_and_vouched_for_by_what_comes_after(int withoutHash)
    {
        using var log = await Sound(withoutHash);
        Assert.Equal((Order.Length, withoutHash), ((await log.Check()).Check.Events, (int)(await log.Check()).Check.WithoutHash));

        log.Execute("UPDATE events SET data = @data WHERE position = 1", ("@data", "{\"title\":{\"fi\":\"Sopimatta\"}}"u8.ToArray()));
        var first = (await log.Check()).First;
        if (withoutHash == Order.Length) Assert.Null(first);
        else Assert.Equal((MisfitReason.Changed, Hall, 2), (first!.Reason, first.Stream, first.Version));
    }

    [Fact]
    public async Task The_logs_very_last_event_can_be_dropped_unseen_unless_its_hash_was_noted_elsewhere()
    {
        using var log = await Sound();
        log.Execute("DELETE FROM events WHERE position = @at", ("@at", Order.Length));

        var (first, check) = await log.Check(noted: log.Hashes[^1]);

        Assert.Null(first);
        Assert.Null(check.Noted);
        Assert.Equal(new ChainHead(Forest, 2, log.Hashes[^2]), (await log.Check(noted: log.Hashes[^2])).Check.Noted);
    }

    [Fact]
    public async Task A_forger_who_computes_every_hash_anew_is_found_only_by_a_hash_that_was_noted_elsewhere()
    {
        using var log = await Sound();
        var heads = new Dictionary<StreamName, EventHash>();
        foreach (var e in await log.Read())
        {
            string data = e.Position.Value == 3 ? "{\"title\":{\"fi\":\"Sopimatta\"}}" : Encoding.UTF8.GetString(e.Data.Span);
            string metadata = Encoding.UTF8.GetString(e.Metadata.Span);
            EventData[] anew = [new(e.Id, e.Type, Encoding.UTF8.GetBytes(data), Encoding.UTF8.GetBytes(metadata[..metadata.IndexOf(",\"hash\"", StringComparison.Ordinal)] + "}"))];
            heads[e.Stream] = EventChain.Seal(e.Stream, e.Version, heads.GetValueOrDefault(e.Stream), anew);
            log.Execute("UPDATE events SET data = @data, metadata = @metadata WHERE position = @at", ("@data", anew[0].Data.ToArray()), ("@metadata", anew[0].Metadata.ToArray()), ("@at", e.Position.Value));
        }

        Assert.Null((await log.Check()).First);
        Assert.NotNull((await log.Check(noted: log.Hashes[0])).Check.Noted);
        Assert.Null((await log.Check(noted: log.Hashes[^1])).Check.Noted);
    }

    private static async Task Found(TamperedLog log, MisfitReason reason, int position, int renumbered = 0)
    {
        var (stream, version) = At(position);
        var found = (await log.Check()).First;
        Assert.NotNull(found);
        Assert.Equal((reason, stream, version + renumbered), (found.Reason, found.Stream, found.Version));
    }
}
