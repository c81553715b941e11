using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck.Fluent;
using Vuosikello.Calendars.JCal;
using Vuosikello.Calendars.Reading;
using Vuosikello.Calendars.Recurrence;
using Vuosikello.Calendars.TestKit;
using Vuosikello.Calendars.Tests.Reading;
using Vuosikello.Calendars.Tests.Writing;

namespace Vuosikello.Calendars.Tests.JCal;

public sealed class JCalWriterTests
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public void A_calendar_is_an_array_of_its_name_properties_and_components()
    {
        var e = Example.Event("1@test", Example.Day(2026, 3, 3)) with
        {
            Rule = new RecurrenceRule { Frequency = RuleFrequency.Weekly, ByDay = [new(NodaTime.IsoDayOfWeek.Tuesday)], End = new RuleEnd.LastDay(new(2026, 4, 14)) },
            Exceptions = [new(2026, 3, 10)],
            Categories = ["tilat, tuki", "muu"],
            Position = new GeoPosition(60.5, 25),
            Sequence = 3,
            Summary = "Työpaja; \"ensi\" viikolla\n",
        };
        var output = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(output, Plain)) JCalWriter.Write(new Calendar(Example.Header with { RefreshInterval = NodaTime.Duration.FromHours(1) }, [e]), json);

        Assert.Equal(
            """
            ["vcalendar",[["version",{},"text","2.0"],["prodid",{},"text","-//Vuosikello//Tests//EN"],["calscale",{},"text","GREGORIAN"],["name",{},"text","Testi"],["x-wr-calname",{},"unknown","Testi"],["refresh-interval",{},"duration","PT1H"],["x-published-ttl",{},"unknown","PT1H"]],
            [["vevent",[["uid",{},"text","1@test"],["dtstamp",{},"date-time","2009-01-15T08:30:05Z"],["dtstart",{},"date","2026-03-03"],["dtend",{},"date","2026-03-04"],["rrule",{},"recur",{"freq":"WEEKLY","byday":"TU","until":"2026-04-14"}],["exdate",{},"date","2026-03-10"],["sequence",{},"integer",3],["summary",{},"text","Työpaja; \"ensi\" viikolla\n"],["geo",{},"float",[60.5,25]],["categories",{},"text","tilat, tuki","muu"]],[]]]]
            """.Replace("\n", "", StringComparison.Ordinal),
            Encoding.UTF8.GetString(output.WrittenSpan));
    }

    [Theory]
    [InlineData("DTSTART:soon", """["dtstart",{},"unknown","soon"]""")]
    [InlineData("DTSTART;TZID=Europe/Helsinki:20260303T170000", """["dtstart",{"tzid":"Europe/Helsinki"},"date-time","2026-03-03T17:00:00"]""")]
    [InlineData("DTSTART:20260303", """["dtstart",{},"unknown","20260303"]""")]
    [InlineData("RDATE;VALUE=PERIOD:20260303T170000Z/PT1H,20260304T170000Z/20260304T180000Z", """["rdate",{},"period",["2026-03-03T17:00:00Z","PT1H"],["2026-03-04T17:00:00Z","2026-03-04T18:00:00Z"]]""")]
    [InlineData("RRULE:FREQ=YEARLY;BYMONTH=1,3;COUNT=2", """["rrule",{},"recur",{"freq":"YEARLY","bymonth":[1,3],"count":2}]""")]
    [InlineData("RRULE:FREQ=OFTEN", """["rrule",{},"unknown","FREQ=OFTEN"]""")]
    [InlineData("REQUEST-STATUS:2.0;Success\\; yes", """["request-status",{},"text",["2.0","Success; yes"]]""")]
    [InlineData("X-FLAG;VALUE=BOOLEAN:true", """["x-flag",{},"boolean",true]""")]
    [InlineData("ATTENDEE;MEMBER=\"mailto:a@example.org\",\"mailto:b@example.org\";CN=A:mailto:c@example.org", """["attendee",{"member":["mailto:a@example.org","mailto:b@example.org"],"cn":"A"},"cal-address","mailto:c@example.org"]""")]
    [InlineData("TZOFFSETTO:+023015", """["tzoffsetto",{},"utc-offset","+02:30:15"]""")]
    [InlineData("X-TEXT:a\\,b", """["x-text",{},"unknown","a\\,b"]""")]
    public void A_property_is_an_array_of_name_parameters_type_and_values(string line, string expected) =>
        Assert.Contains(expected, Json(ReadingExample.Event(line).Document.Calendars[0]), StringComparison.Ordinal);

    [Fact]
    public async Task Ical_js_makes_the_same_of_our_calendars()
    {
        // ical.js 2.2 does not know the types of NAME and COLOR, takes a list of FEATUREs for one, undoes escapes in parameters that have none, and passes over a comma after a backslash.
        var events = EventGenerators.Single("x").Sample(40, 20).Select((e, i) => e with
        {
            Uid = $"{i}",
            Color = null,
            Categories = [.. e.Categories.Select(c => c.Replace('\\', '/'))],
            Organizer = e.Organizer is null ? null : e.Organizer with { CommonName = "Seutu: KUUMA, ^" },
            Attachments = [.. e.Attachments.Select(a => a with { FileName = null })],
            Conferences = [.. e.Conferences.Select(c => c with { Label = "Liity; tästä", Features = ConferenceFeatures.Video })],
        });
        var output = new ArrayBufferWriter<byte>();
        CalendarWriter.Write(new Calendar(Example.Header with { Name = null }, [.. events, .. RuleShapes()]), output);
        byte[] calendar = output.WrittenSpan.ToArray();

        var theirs = JsonNode.Parse(await CalendarReaders.JCal(calendar))!;

        var ours = JsonNode.Parse(Json(CalendarReader.Parse(calendar).Document.Calendars[0]))!;
        Assert.Equal(Canonical(theirs), Canonical(ours));
    }

    private static IEnumerable<CalendarEvent> RuleShapes() => new[] { "FREQ=DAILY;INTERVAL=2;COUNT=3", "FREQ=MONTHLY;BYMONTHDAY=3", "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=3" }
        .Select((rule, i) => Example.Event($"rule {i}", Example.Day(2026, 3, 3)) with { Rule = RecurrenceRule.Parse(rule) });

    /// <summary>A line for each property, to see what differs.</summary>
    private static string Canonical(JsonNode component)
    {
        var lines = new StringBuilder().AppendLine((string?)component[0]);
        foreach (var property in component[1]!.AsArray()) lines.AppendLine(property!.ToJsonString(new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
        foreach (var part in component[2]!.AsArray()) lines.Append(Canonical(part!));
        return lines.ToString();
    }

    private static string Json(CalendarComponent component)
    {
        var output = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(output, Plain)) JCalWriter.Write(component, json);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }
}
