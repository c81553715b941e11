using System.Text;
using Vuosikello.Events.EventStoreDb.Connection;
using Vuosikello.Events.EventStoreDb.Double;
using Vuosikello.Events.EventStoreDb.Grpc;
using Vuosikello.Events.EventStoreDb.Protocol;
using Vuosikello.Events.EventStoreDb.Store;

namespace Vuosikello.Events.EventStoreDb.Tests.Recorded;

/// <summary>Appends that share a call, beside those that real servers answered: what we send, what we read, and what the double answers.</summary>
public sealed class ManyAppendsRecordedTests
{
    private const string StreamName = "vk-activity-batch";

    private static readonly StreamIdentifier Stream = new StreamNames("vk-").Stored(new StreamName("activity-batch"));

    public static TheoryData<string> Servers => ["23.10.6", "24.2.0"];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static RecordedCall Call(string name, string server = "23.10.6") => RecordedCall.Many.Single(c => c.Name == name && c.Server == server);

    private static BatchAppendReq Asked(string name) => (BatchAppendReq)Assert.Single(Call(name).Request).Parse();

    private static BatchAppendResp Answer(string name, string server) => (BatchAppendResp)Assert.Single(Call(name, server).Response).Parse();

    private static EventData Event(int id, string type) =>
        new(Guid.Parse($"00000000-0000-4000-8000-{id:000000000000}"), type, Encoding.UTF8.GetBytes("""{"title":"Työpaja"}"""), """{"by":"m1"}"""u8.ToArray());

    private static BatchAppendReq Ours(long number, long expected, params EventData[] events) => Requests.Append(number, Stream, expected, events, TimeSpan.FromSeconds(10));

    [Fact]
    public void One_to_a_new_stream_is_sent_as_it_was() =>
        Assert.Equal(Asked("one of many to a new stream"), Ours(1, -1, Event(1, "activity-planned.v1"), Event(2, "activity-planned.v1")));

    [Fact]
    public void One_at_a_version_is_sent_as_it_was() => Assert.Equal(Asked("one of many at the right version"), Ours(2, 1, Event(3, "activity-rescheduled.v1")));

    [Fact]
    public void Another_expectation_would_be_found() => Assert.NotEqual(Asked("one of many at the right version"), Ours(2, 2, Event(3, "activity-rescheduled.v1")));

    [Theory]
    [MemberData(nameof(Servers))]
    public void What_was_made_and_what_is_repeated_say_where_it_stands(string server)
    {
        var first = AppendOutcome.Of(Answer("one of many to a new stream", server));
        var second = AppendOutcome.Of(Answer("one of many at the right version", server));

        Assert.Equal((1L, 2L), (first.Version, second.Version));
        Assert.True(first.Position < second.Position);
        Assert.Equal(second, AppendOutcome.Of(Answer("one of many repeated", server)));
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public void Another_version_is_told_with_the_one_that_there_is(string server)
    {
        Assert.Equal(new AppendOutcome(2, null), AppendOutcome.Of(Answer("one of many at a version that has passed", server)));
        Assert.Equal(new AppendOutcome(-1, null), AppendOutcome.Of(Answer("one of many to a stream that is not there", server)));
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public void A_tombstone_is_damage(string server)
    {
        var failure = Assert.Throws<GrpcException>(() => AppendOutcome.Of(Answer("one of many to a tombstoned stream", server)));

        var told = Assert.IsType<StoreDamagedException>(new Failures(ConnectionString.Parse("esdb://one")).Explain(failure, "doing something"));
        Assert.Contains(StreamName, told.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task The_double_answers_as_the_real_server(string server)
    {
        await using var cluster = await DoubleCluster.Start(isOld: server == "23.10.6");
        using var http = Wire.Open(ConnectionString.Parse(cluster.ConnectionString()));
        var channel = new GrpcChannel(http, cluster.Node.At.Address(tls: false), null);
        var positions = new Dictionary<ulong, ulong>();
        int compared = 0;
        foreach (var call in RecordedCall.Many.Where(c => c.Server == server))
        {
            if (call.Path.EndsWith("/Tombstone", StringComparison.Ordinal))
            {
                cluster.Log.Tombstone(StreamName);
                continue;
            }
            var expected = Answer(call.Name, server);
            var ours = await channel.Ask(ServerMethods.BatchAppend, [.. call.Request.Select(r => r.Parse())], default, Ct);
            if (expected.Success?.Position is { } theirs && ours.Success?.Position is { } its)
            {
                // Positions are the double's own, but the same where theirs are the same.
                positions.TryAdd(theirs.CommitPosition, its.CommitPosition);
                theirs.CommitPosition = theirs.PreparePosition = positions[theirs.CommitPosition];
            }
            Assert.Equal(expected, ours);
            compared++;
        }
        Assert.Equal(6, compared);
    }
}
