using System.Text;

namespace Vuosikello.Events.Tests;

/// <summary>Events that cannot be read say which one and why; nothing is skipped or guessed.</summary>
public sealed class UnreadableTests
{
    private const string Stamp = """{"command":"0f8fad5b-d9cb-469f-a165-70867728950e","by":"7c9e6679-7425-40de-944b-e07fc1f90ae7","at":"2026-02-26T14:30:00Z"}""";

    [Fact]
    public void An_unknown_type_is_named_with_its_stream_and_position()
    {
        var unreadable = Refused("activity-teleported.v1", "{}", Stamp);

        Assert.Contains("'activity-teleported.v1' at version 3 of stream 'activity-1' (position 42)", unreadable.Message, StringComparison.Ordinal);
        Assert.Equal(("activity-teleported.v1", new StreamName("activity-1"), new Position(42)), (unreadable.Type, unreadable.Stream, unreadable.Position));
    }

    [Theory]
    [InlineData("activity-retitled.v1", "{}")]
    [InlineData("activity-retitled.v1", """{"title":null}""")]
    [InlineData("activity-retitled.v1", "null")]
    [InlineData("activity-retitled.v1", """{"title":{"fi":"kesken""")]
    [InlineData("activity-rescheduled.v1", """{"time":{"kind":"sometimes"}}""")]
    [InlineData("activity-rescheduled.v1", """{"time":{"kind":"days","first":"2026-02-30","last":"2026-03-01"}}""")]
    [InlineData("activity-rescheduled.v1", """{"time":{"kind":"days","first":"2026-02-28"}}""")]
    [InlineData("activity-reinstated.v1", """{"as":1}""")]
    [InlineData("activity-reinstated.v1", """{"as":"dreamt"}""")]
    [InlineData("activity-areas-chosen.v1", """{"areas":["nurmijarvi",null]}""")]
    [InlineData("cycle-drafted.v1", """{"cycle":"kuuma-seutu"}""")]
    [InlineData("activity-held.v1", "[]")]
    public void Json_that_is_not_what_the_name_promises_is_refused(string type, string data) =>
        Assert.Contains($"'{type}'", Refused(type, data, Stamp).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("{}")]
    [InlineData("")]
    [InlineData("""{"command":"none","by":"7c9e6679-7425-40de-944b-e07fc1f90ae7","at":"2026-02-26T14:30:00Z"}""")]
    public void A_stamp_that_is_not_whole_is_refused(string metadata) => Refused("activity-confirmed.v1", "{}", metadata);

    [Fact]
    public void What_a_later_version_adds_to_the_metadata_is_left_alone()
    {
        var fact = EventSerializer.Deserialize(Recorded("activity-confirmed.v1", "{}", Stamp.Replace("\"by\"", "\"trace\":{\"a\":[1]},\"by\"", StringComparison.Ordinal)));

        Assert.Equal(3, fact.Version);
        Assert.Null(fact.Stamp.For);
    }

    private static UnreadableEventException Refused(string type, string data, string metadata) =>
        Assert.Throws<UnreadableEventException>(() => EventSerializer.Deserialize(Recorded(type, data, metadata)));

    private static RecordedEvent Recorded(string type, string data, string metadata) =>
        GoldenTests.Recorded(type, Encoding.UTF8.GetBytes(data), Encoding.UTF8.GetBytes(metadata));
}
