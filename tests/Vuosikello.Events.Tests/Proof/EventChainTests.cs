using System.Text;
using NodaTime;
using Vuosikello.Events.Proof;

namespace Vuosikello.Events.Tests.Proof;

/// <summary>The hashes that events carry. The expected ones were computed by another program, from the definition in ADR 12.</summary>
public sealed class EventChainTests
{
    private const string First = "b210bc4922ac36f126b0f99019cfff00bfc8e75cc911e84d08d55f8b29f76b9d";
    private const string Second = "9c8c8f23083d68593c49fc0ffab70fddcc909b0cef74e6631b8c98844f2b4bdb";
    private const string Stamp = """{"command":"0f8fad5b-d9cb-469f-a165-70867728950e","by":"7c9e6679-7425-40de-944b-e07fc1f90ae7","for":"keravan-kaupunki","at":"2026-02-26T14:30:00Z"}""";

    private static readonly StreamName Stream = new("activity-6f9619ff-8b86-4d01-b42d-00cf4fc964ff");

    [Fact]
    public void Before_the_first_event_stands_a_hash_of_the_streams_name() =>
        Assert.Equal("a980cf84daf547f2c0807dcf0bd99016eaf0b4276e2f6b6c6eb146dc9dd2d1cc", EventChain.Genesis(Stream).ToString());

    [Fact]
    public void Each_event_carries_the_hash_over_itself_and_the_one_before()
    {
        var events = TwoEvents();

        var last = EventChain.Seal(Stream, 0, default, events);

        Assert.Equal([First, Second], events.Select(Carried));
        Assert.Equal(Second, last.ToString());
        Assert.Equal(Stamp[..^1] + $",\"hash\":\"{First}\"}}", Encoding.UTF8.GetString(events[0].Metadata.Span));
    }

    [Fact]
    public void A_later_append_goes_on_where_the_one_before_ended()
    {
        var events = TwoEvents();
        var one = EventChain.Seal(Stream, 0, default, events.AsSpan(0, 1));

        var two = EventChain.Seal(Stream, 1, one, events.AsSpan(1));

        Assert.Equal(Second, two.ToString());
    }

    [Fact]
    public void The_hash_that_an_event_carries_is_not_part_of_what_it_is_computed_over()
    {
        var events = TwoEvents();
        EventChain.Seal(Stream, 0, default, events);

        Assert.Equal(First, EventChain.After(EventChain.Genesis(Stream), Recorded(events[0])).ToString());
    }

    [Theory]
    [InlineData("{}", null)]
    [InlineData("", null)]
    [InlineData("[\"hash\"]", null)]
    [InlineData("""{"hash":7}""", null)]
    [InlineData("""{"hash":"abc"}""", null)]
    [InlineData("""{"a":{"hash":"b210bc4922ac36f126b0f99019cfff00bfc8e75cc911e84d08d55f8b29f76b9d"}}""", null)]
    [InlineData("""{"a":[{}],"hash":"b210bc4922ac36f126b0f99019cfff00bfc8e75cc911e84d08d55f8b29f76b9d"}""", First)]
    public void The_hash_is_read_from_the_outermost_object_only(string metadata, string? hash) =>
        Assert.Equal(hash, EventChain.CarriedBy(Encoding.UTF8.GetBytes(metadata))?.ToString());

    [Theory]
    [InlineData("B210BC4922AC36F126B0F99019CFFF00BFC8E75CC911E84D08D55F8B29F76B9D", true)]
    [InlineData("b210bc4922ac36f126b0f99019cfff00bfc8e75cc911e84d08d55f8b29f76b9", false)]
    [InlineData("b210bc4922ac36f126b0f99019cfff00bfc8e75cc911e84d08d55f8b29f76b9g", false)]
    [InlineData("", false)]
    public void A_hash_is_64_hexadecimal_digits_of_either_case(string text, bool right)
    {
        Assert.Equal(right, EventHash.TryParse(text, out var hash));
        Assert.Equal(right ? First : new string('0', 64), hash.ToString());
    }

    private static EventData[] TwoEvents() =>
    [
        Event(1, "activity-retitled.v1", """{ "title": {"sv":"Föreningskväll","fi":"J\u00e4rjest\u00f6ilta \u0026 \u0022kahvit\u0022"} }"""),
        Event(2, "activity-held.v2", """{"attendance":{"people":40,"volunteers":12}}"""),
    ];

    private static EventData Event(byte id, string type, string data) =>
        new(new Guid(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, id), type, Encoding.UTF8.GetBytes(data), Encoding.UTF8.GetBytes(Stamp));

    private static string? Carried(EventData e) => EventChain.CarriedBy(e.Metadata.Span)?.ToString();

    private static RecordedEvent Recorded(EventData e) => new(Stream, 0, new Position(1), e.Id, e.Type, e.Data, e.Metadata, Instant.MinValue);
}
