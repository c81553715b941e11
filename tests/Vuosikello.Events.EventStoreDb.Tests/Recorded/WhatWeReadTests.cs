using System.Text;
using System.Text.Json.Nodes;
using Google.Protobuf;
using NodaTime;
using Vuosikello.Events.EventStoreDb.Connection;
using Vuosikello.Events.EventStoreDb.Protocol;
using Vuosikello.Events.EventStoreDb.Store;

namespace Vuosikello.Events.EventStoreDb.Tests.Recorded;

/// <summary>What real servers answered is read as what it says.</summary>
public sealed class WhatWeReadTests
{
    [Fact]
    public void Every_recorded_message_says_what_its_JSON_says()
    {
        var messages = RecordedCall.All.SelectMany(c => c.Response.Where(r => r.IsKnown).Select(r => (Call: c, Message: r))).ToArray();
        Assert.True(messages.Length > 200, $"Only {messages.Length} messages were recorded.");
        Assert.All(messages, m => Assert.True(
            JsonNode.DeepEquals(m.Message.Json, JsonNode.Parse(JsonFormatter.Default.Format(m.Message.Parse()))),
            $"{m.Call}: {JsonFormatter.Default.Format(m.Message.Parse())} is not {m.Message.Json}"));
    }

    [Fact]
    public void An_event_has_its_stream_without_the_prefix_its_places_and_its_time()
    {
        var seen = new SeenEnd();
        var sent = (ReadResp)RecordedCall.Of("read a stream forwards").Response[1].Parse();

        var e = new EventDecoder(new StreamNames("vk-"), seen).Decode(sent.Event);

        Assert.Equal(
            (new StreamName("activity-23108single"), 1L, new Position(896), Guid.Parse("00000000-0000-4000-8000-000000000002"), "activity-planned.v1", Instant.FromUnixTimeTicks(17952991338168666)),
            (e.Stream, e.Version, e.Position, e.Id, e.Type, e.RecordedAt));
        Assert.Equal(("""{"title":"Työpaja"}""", """{"by":"m1"}"""), (Encoding.UTF8.GetString(e.Data.Span), Encoding.UTF8.GetString(e.Metadata.Span)));
        Assert.Equal(896, seen.Position);
    }

    [Fact]
    public void An_event_of_another_application_is_not_taken_for_ours()
    {
        var sent = (ReadResp)RecordedCall.Of("read all forwards, three events").Response[0].Parse();

        Assert.Throws<StoreDamagedException>(() => new EventDecoder(new StreamNames("vk-"), new SeenEnd()).Decode(sent.Event));
    }

    [Fact]
    public void An_id_in_two_halves_is_the_same_as_one_in_text()
    {
        var id = Guid.Parse("00112233-4455-6677-8899-aabbccddeeff");
        var halves = new UUID { Structured = new() { MostSignificantBits = 0x0011223344556677, LeastSignificantBits = unchecked((long)0x8899aabbccddeeff) } };

        Assert.Equal(id, EventDecoder.Id(halves));
        Assert.Equal(id, EventDecoder.Id(new UUID { String = id.ToString() }));
    }

    [Fact]
    public async Task The_leader_of_a_cluster_is_the_one_that_gossip_names()
    {
        var members = await Members("gossip of a cluster of three", "cluster");

        Assert.Equal(3, members.Count);
        Assert.Equal(new Endpoint("127.0.0.1", 2113), Gossip.Leader(members));
    }

    [Theory]
    [InlineData(NodePreference.Leader, 2113)]
    [InlineData(NodePreference.ReadOnlyReplica, 2113)]
    public async Task Without_a_node_of_the_preferred_kind_it_is_the_leader(NodePreference preference, int port) =>
        Assert.Equal(port, Gossip.Preferred(await Members("gossip of a cluster of three", "cluster"), preference, new Random(1))!.Value.Port);

    [Fact]
    public async Task Who_prefers_followers_gets_one() =>
        Assert.NotEqual(2113, Gossip.Preferred(await Members("gossip of a cluster of three", "cluster"), NodePreference.Follower, new Random(1))!.Value.Port);

    private static Task<IReadOnlyList<Member>> Members(string name, string topology) =>
        Gossip.Ask(Replay.Channel(RecordedCall.Of(name, topology: topology)), TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
}
