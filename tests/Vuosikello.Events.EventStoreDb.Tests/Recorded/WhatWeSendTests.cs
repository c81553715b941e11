using System.Text;
using Google.Protobuf;
using Vuosikello.Events.EventStoreDb.Protocol;
using Vuosikello.Events.EventStoreDb.Store;

namespace Vuosikello.Events.EventStoreDb.Tests.Recorded;

/// <summary>Our requests mean what the recorded ones mean, which real servers understood.</summary>
public sealed class WhatWeSendTests
{
    private static readonly StreamIdentifier Stream = new StreamNames("vk-").Stored(new StreamName("activity-23108single"));

    private static EventData Event(int id, string type) =>
        new(Guid.Parse($"00000000-0000-4000-8000-{id:000000000000}"), type, Encoding.UTF8.GetBytes("""{"title":"Työpaja"}"""), """{"by":"m1"}"""u8.ToArray());

    private static IReadOnlyList<IMessage> Sent(string name) => [.. RecordedCall.Of(name).Request.Select(r => r.Parse())];

    private static ReadReq SentReading(string name) => (ReadReq)Assert.Single(Sent(name));

    private static long PositionIn(string name) => (long)SentReading(name).Options.All.Position.CommitPosition;

    private static ReadReq Counting(ReadReq ours, ReadReq recorded)
    {
        ours.Options.Count = recorded.Options.Count;
        return ours;
    }

    [Fact]
    public void An_append_to_a_new_stream() =>
        Assert.Equal(Sent("append to a new stream, expecting no stream"), Requests.Append(Stream, -1, [Event(1, "activity-planned.v1"), Event(2, "activity-planned.v1")]));

    [Fact]
    public void An_append_at_a_version() =>
        Assert.Equal(Sent("append expecting the right revision"), Requests.Append(Stream, 1, [Event(3, "activity-rescheduled.v1")]));

    [Theory]
    [InlineData("read a stream forwards", 0)]
    [InlineData("read a stream from beyond its end", 50)]
    public void Reading_a_stream(string name, long from) => Assert.Equal(SentReading(name), Requests.Stream(Stream, from, count: 10));

    [Fact]
    public void Reading_everything_of_ours()
    {
        var recorded = SentReading("read all forwards, filtered by stream prefix");
        Assert.Equal(recorded, Counting(Requests.All(0, "vk-"), recorded));
    }

    [Fact]
    public void Reading_everything_from_a_position()
    {
        const string Name = "read all from an event's position (inclusive)";
        Assert.Equal(SentReading(Name), Counting(Requests.All(PositionIn(Name), "vk-"), SentReading(Name)));
    }

    [Fact]
    public void Subscribing_from_the_start() =>
        Assert.Equal(SentReading("subscribe to all from the start, filtered, window 32, multiplier 1"), Requests.Subscribe(0, "vk-"));

    [Fact]
    public void Subscribing_from_a_position()
    {
        const string Name = "subscribe to all from an event's position (exclusive)";
        Assert.Equal(SentReading(Name), Requests.Subscribe(PositionIn(Name), "vk-"));
    }

    [Fact]
    public void Another_expectation_would_be_found() =>
        Assert.NotEqual(Sent("append expecting the right revision"), Requests.Append(Stream, 2, [Event(3, "activity-rescheduled.v1")]));
}
