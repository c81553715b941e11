using Vuosikello.Events.EventStoreDb.Double;

namespace Vuosikello.Events.EventStoreDb.Tests;

/// <summary>The double is spoken to by EventStoreDB's own client for Node.js, which a real server answers the same.</summary>
public sealed class PeerTests
{
    private static readonly string[] Expected =
    [
        "append to a new stream: 1",
        "the same again: 1, the same position",
        "append at the right revision: 2",
        "append at a wrong revision: wrong-expected-version 2",
        "append to a new stream where one is: wrong-expected-version 2",
        "append where a stream should be: wrong-expected-version no_stream",
        "append anywhere: 0",
        "append too much: maximum-append-size-exceeded 1048576",
        "read a stream: activity@0 planned, activity@1 described, activity@2 moved",
        "read a stream from a revision on: activity@1 described, activity@2 moved",
        "read a stream backwards: activity@2 moved, activity@1 described",
        "read a stream that is not there: stream-not-found",
        "what was written is read: true Työpaja m1 true",
        "read all: activity@0 planned, activity@1 described, activity@2 moved, other@0 planned",
        "read all from a position on: activity@1 described, activity@2 moved, other@0 planned",
        "read all backwards: other@0 planned, activity@2 moved",
        "subscribe to all of a prefix: activity@0 planned, activity@1 described, activity@2 moved, other@0 planned",
        "subscribe to all after a position: activity@2 moved, other@0 planned",
        "subscribe to a stream: activity@0 planned, activity@1 described, activity@2 moved",
        "hear of what is appended later: activity@3 confirmed",
    ];

    [Theory]
    [InlineData(true, true)]
    [InlineData(false, false)]
    public async Task A_client_that_nobody_here_wrote_gets_from_the_double_what_it_gets_from_a_server(bool isOld, bool appendsManyInACall)
    {
        await using var cluster = await DoubleCluster.Start(isOld: isOld, takesManyAppends: appendsManyInACall);
        cluster.Log.AppendForeign(3);

        Assert.Equal(Expected, await Peer.Run("calls.mjs", cluster.ConnectionString()));
    }

    [Fact]
    public async Task It_gets_the_same_from_a_real_server() => Assert.Equal(Expected, await Peer.Run("calls.mjs", Servers.RealConnectionString()));
}
