using System.Globalization;
using Vuosikello.Events.EventStoreDb.Connection;
using Vuosikello.Events.EventStoreDb.Grpc;
using Vuosikello.Events.EventStoreDb.Resilience;
using Vuosikello.Events.EventStoreDb.Store;

namespace Vuosikello.Events.EventStoreDb.Tests.Recorded;

/// <summary>The errors that real servers answered, and what becomes of them.</summary>
public sealed class RecordedErrorsTests
{
    private static IEnumerable<RecordedCall> Errors => RecordedCall.All.Where(c => c.Status is not (null or "0"));

    private static async Task<GrpcException> Failure(RecordedCall call)
    {
        var channel = Replay.Channel(call);
        return await Assert.ThrowsAsync<GrpcException>(async () =>
        {
            await using var answers = await channel.Open(ServerMethods.Read, [], default, TestContext.Current.CancellationToken);
            while (await answers.Next() is not null) continue;
        });
    }

    [Fact]
    public async Task Status_message_and_what_is_said_besides_are_understood()
    {
        Assert.True(Errors.Count() > 20);
        foreach (var call in Errors)
        {
            var failure = await Failure(call);
            Assert.Equal((call.Status, call.Ending["grpc-message"]), (((int)failure.Status).ToString(CultureInfo.InvariantCulture), failure.Message));
            Assert.Equal(call.Ending.GetValueOrDefault("exception"), failure.Trailers.GetValueOrDefault("exception"));
        }
    }

    [Theory]
    [InlineData("append sent to a follower, requiring the leader")]
    [InlineData("read all sent to a follower, requiring the leader")]
    public async Task A_follower_names_the_leader(string name) =>
        Assert.Equal(new Endpoint("127.0.0.1", 2113), NotLeader.LeaderIn(await Failure(RecordedCall.Of(name, topology: "cluster"))));

    [Fact]
    public async Task A_consumer_that_was_dropped_may_come_again() =>
        Assert.True(Passing.May(await Failure(RecordedCall.Of("live subscription that reads slowly while 4000 events are appended in four appends"))));

    [Theory]
    [InlineData("23.10.8")]
    [InlineData("24.2.0")]
    public async Task A_position_that_is_no_records_is_not_tried_again(string server) =>
        Assert.False(Passing.May(await Failure(RecordedCall.Of("read all from a position that is no record's", server))));

    [Theory]
    [InlineData("append to a tombstoned stream", typeof(StoreDamagedException), "vk-activity-23108single-big2")]
    [InlineData("read a tombstoned stream", typeof(StoreDamagedException), "vk-activity-23108single-big2")]
    [InlineData("append of more than 1 MiB in total", typeof(StoreUnavailableException), "1048576")]
    [InlineData("one message of 20 MB", typeof(StoreUnavailableException), "larger")]
    [InlineData("read all from a position that is no record's", typeof(StoreDamagedException), "another log")]
    [InlineData("append without required metadata", typeof(StoreUnavailableException), "'type' is missing")]
    public async Task What_trying_again_does_not_help_is_told_to_people(string name, Type kind, string said)
    {
        var told = new Failures(ConnectionString.Parse("esdb://one")).Explain(await Failure(RecordedCall.Of(name)), "doing something");

        Assert.IsType(kind, told);
        Assert.Contains(said, told.Message, StringComparison.Ordinal);
        Assert.False(told is StoreUnavailableException { IsTransient: true });
    }
}
