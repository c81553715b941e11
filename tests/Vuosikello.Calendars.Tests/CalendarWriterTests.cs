using System.Buffers;
using System.Text;
using NodaTime;
using Vuosikello.Calendars.Recurrence;
using Vuosikello.Calendars.TestKit.Linting;

namespace Vuosikello.Calendars.Tests;

public sealed class CalendarWriterTests
{
    [Fact]
    public void An_events_properties_come_in_a_fixed_order()
    {
        var e = Example.Event("1@test", Example.At(2009, 3, 24, 16, 180)) with
        {
            Sequence = 3,
            Created = Example.Stamp,
            LastModified = Example.Stamp,
            Status = EventStatus.Confirmed,
            Summary = "Työpaja 1; Tuusula, Kerava",
            Description = "Avaus\n\"Tervetuloa\" \\o/",
            Location = "Einari",
            Categories = ["tilat, tiedotus", "tuki"],
            Color = "steelblue",
            Url = new Uri("https://example.org/ä"),
            Organizer = new Organizer(new Uri("https://example.org/"), "Seutu: \"KUUMA\"^2"),
            Conferences = [new Conference(new Uri("https://example.org/kokous"))],
        };

        Assert.Equal(
            [
                "BEGIN:VEVENT",
                "UID:1@test",
                "DTSTAMP:20090115T083005Z",
                "DTSTART;TZID=Europe/Helsinki:20090324T160000",
                "DTEND;TZID=Europe/Helsinki:20090324T190000",
                "SEQUENCE:3",
                "CREATED:20090115T083005Z",
                "LAST-MODIFIED:20090115T083005Z",
                "STATUS:CONFIRMED",
                @"SUMMARY:Työpaja 1\; Tuusula\, Kerava",
                """DESCRIPTION:Avaus\n"Tervetuloa" \\o/""",
                "LOCATION:Einari",
                @"CATEGORIES:tilat\, tiedotus,tuki",
                "COLOR:steelblue",
                """ORGANIZER;CN="Seutu: ^'KUUMA^'^^2":https://example.org/""",
                "URL:https://example.org/%C3%A4",
                "CONFERENCE;VALUE=URI:https://example.org/kokous",
                "END:VEVENT",
                "",
            ],
            Example.Lines(e));
    }

    [Fact]
    public void An_all_day_event_ends_on_the_day_after_its_last()
    {
        var lines = Example.Lines(Example.Event("1", Example.Day(2008, 2, 28, days: 2)));

        Assert.Contains("DTSTART;VALUE=DATE:20080228", lines);
        Assert.Contains("DTEND;VALUE=DATE:20080301", lines);
    }

    [Fact]
    public void A_last_day_is_a_date_beside_a_date_and_the_days_end_in_UTC_beside_a_time()
    {
        var rule = new RecurrenceRule { Frequency = RuleFrequency.Weekly, End = new RuleEnd.LastDay(new LocalDate(2026, 4, 14)) };

        Assert.Contains("RRULE:FREQ=WEEKLY;UNTIL=20260414", Example.Lines(Example.Event("1", Example.Day(2026, 3, 3)) with { Rule = rule }));
        Assert.Contains("RRULE:FREQ=WEEKLY;UNTIL=20260414T205959Z", Example.Lines(Example.Event("1", Example.At(2026, 3, 3, 17)) with { Rule = rule }));
    }

    [Fact]
    public void Exceptions_are_written_in_the_kind_of_the_start()
    {
        var e = Example.Event("1", Example.At(2026, 3, 24, 17)) with
        {
            Rule = new RecurrenceRule { Frequency = RuleFrequency.Weekly, End = new RuleEnd.Count(4) },
            Exceptions = [new LocalDate(2026, 3, 31)],
        };

        Assert.Contains("EXDATE;TZID=Europe/Helsinki:20260331T170000", Example.Lines(e));
    }

    [Fact]
    public void A_header_says_name_refresh_interval_and_zone_in_both_ways_that_programs_know()
    {
        var output = new ArrayBufferWriter<byte>();
        CalendarWriter.WriteStart(Example.Header with { RefreshInterval = Duration.FromMinutes(90), TimeZone = "Europe/Helsinki", Color = "teal" }, Array.Empty<RenderedEvent>(), output);

        string text = Encoding.UTF8.GetString(output.WrittenSpan);
        Assert.Contains("\r\nNAME:Testi\r\nX-WR-CALNAME:Testi\r\n", text, StringComparison.Ordinal);
        Assert.Contains("\r\nREFRESH-INTERVAL;VALUE=DURATION:PT1H30M\r\nX-PUBLISHED-TTL:PT1H30M\r\n", text, StringComparison.Ordinal);
        Assert.Contains("\r\nX-WR-TIMEZONE:Europe/Helsinki\r\nCOLOR:teal\r\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Pieces_joined_are_the_whole()
    {
        var events = new[] { Example.Event("a", Example.Day(2009, 1, 1)), Example.Event("b", Example.Day(2009, 1, 2)) };
        var joined = new ArrayBufferWriter<byte>();
        RenderedEvent[] rendered = [.. events.Select(CalendarWriter.Render)];
        CalendarWriter.WriteStart(Example.Header, rendered, joined);
        foreach (var e in rendered) joined.Write(e.Octets.Span);
        CalendarWriter.WriteEnd(joined);

        Assert.Equal(Example.Bytes(events), joined.WrittenSpan.ToArray());
    }

    [Fact]
    public void A_calendar_of_all_kinds_of_events_is_clean_to_the_octet()
    {
        byte[] calendar = Example.Bytes(
            Example.Event("timed", Example.At(2009, 3, 24, 16)),
            Example.Event("day", Example.Day(2009, 5, 1)),
            Example.Event("utc", new EventTime.Utc(Example.Stamp, Example.Stamp + Duration.FromHours(1))),
            Example.Event("moment", Example.At(2009, 3, 24, 16, minutes: 0)),
            Example.Event("long", Example.Day(2009, 5, 1)) with { Description = string.Concat(Enumerable.Repeat("ääkkösiä 🎉, ", 1000)) });

        Assert.Empty(CalendarLinter.Lint(calendar));
    }

    public static TheoryData<string, CalendarEvent> Wrong => new()
    {
        { "UID", Example.Event(" ", Example.Day(2009, 1, 1)) },
        { "UID", Example.Event("a\nb", Example.Day(2009, 1, 1)) },
        { "U+0007", Example.Event("a", Example.Day(2009, 1, 1)) with { Summary = "Ding\a" } },
        { "surrogate", Example.Event("a", Example.Day(2009, 1, 1)) with { Description = "\uD83C" } },
        { "SEQUENCE", Example.Event("a", Example.Day(2009, 1, 1)) with { Sequence = -1 } },
        { "COLOR", Example.Event("a", Example.Day(2009, 1, 1)) with { Color = "#336699" } },
        { "URL", Example.Event("a", Example.Day(2009, 1, 1)) with { Url = new Uri("/board", UriKind.Relative) } },
        { "CATEGORIES", Example.Event("a", Example.Day(2009, 1, 1)) with { Categories = [""] } },
        { "EXDATE", Example.Event("a", Example.Day(2009, 1, 1)) with { Exceptions = [new LocalDate(2009, 1, 2)] } },
        { "INTERVAL", Example.Event("a", Example.Day(2009, 1, 1)) with { Rule = new RecurrenceRule { Frequency = RuleFrequency.Daily, Interval = 0 } } },
        { "ordinal", Example.Event("a", Example.Day(2009, 1, 1)) with { Rule = new RecurrenceRule { Frequency = RuleFrequency.Weekly, ByDay = [new RuleWeekday(IsoDayOfWeek.Thursday, 1)] } } },
        { "BYMONTHDAY", Example.Event("a", Example.Day(2009, 1, 1)) with { Rule = new RecurrenceRule { Frequency = RuleFrequency.Monthly, ByMonthDay = [32] } } },
        { "BYSETPOS", Example.Event("a", Example.Day(2009, 1, 1)) with { Rule = new RecurrenceRule { Frequency = RuleFrequency.Monthly, BySetPosition = [1] } } },
        { "own start", Example.Event("a", Example.Day(2009, 1, 1)) with { Rule = new RecurrenceRule { Frequency = RuleFrequency.Weekly, ByDay = [new RuleWeekday(IsoDayOfWeek.Monday)] } } },
    };

    [Theory]
    [MemberData(nameof(Wrong), DisableDiscoveryEnumeration = true)]
    public void What_cannot_stand_in_a_calendar_is_refused_before_a_byte_goes_out(string named, CalendarEvent e)
    {
        var output = new ArrayBufferWriter<byte>();

        var refusal = Assert.Throws<InvalidCalendarException>(() => CalendarWriter.Write(new Calendar(Example.Header, [Example.Event("fine", Example.Day(2009, 1, 1)), e]), output));

        Assert.Contains(named, refusal.Message, StringComparison.Ordinal);
        Assert.Equal(0, output.WrittenCount);
    }

    [Fact]
    public void An_end_before_its_start_cannot_be_said()
    {
        Assert.Throws<InvalidCalendarException>(() => new EventTime.AllDay(new LocalDate(2009, 1, 2), new LocalDate(2009, 1, 1)));
        Assert.Throws<InvalidCalendarException>(() => Example.At(2009, 1, 1, 12, minutes: -1));
        Assert.Throws<InvalidCalendarException>(() => new EventTime.Utc(Example.Stamp, Example.Stamp - Duration.Epsilon));
    }
}
