using NodaTime;
using Vuosikello.Calendars.Recurrence;
using Vuosikello.Calendars.TestKit.Linting;

namespace Vuosikello.Calendars.Tests.Writing;

public sealed class EventPartsTests
{
    private static readonly CalendarEvent Plain = Example.Event("1", Example.At(2026, 3, 3, 17));
    private static readonly RecurrenceRule Weekly = new() { Frequency = RuleFrequency.Weekly, End = new RuleEnd.Count(4) };

    [Fact]
    public void What_an_event_points_to_is_written_with_its_parameters()
    {
        var e = Plain with
        {
            Access = EventAccess.Private,
            Priority = 1,
            HtmlDescription = "<p>Tervetuloa</p>",
            Position = new GeoPosition(60.4028, -24.105),
            Contact = "Koordinaattori; puh. vaihde",
            RelatedTo = [new("a@test"), new("b@test", EventRelation.Sibling)],
            Attachments = [new(new Uri("https://example.org/esityslista.pdf"), "application/pdf", "Esityslista, kevät.pdf")],
            Images = [new(new Uri("https://example.org/kuva.png"), "image/png", ImageDisplay.Thumbnail)],
            Conferences = [new(new Uri("https://example.org/kokous"), "Liity: \"tästä\"", ConferenceFeatures.Audio | ConferenceFeatures.Video), new(new Uri("tel:+00000"), null, ConferenceFeatures.Phone)],
            Extensions = [new("X-VUOSIKELLO-VAIHE", "ehdotettu, odottaa")],
        };

        string[] lines = Example.Lines(e);

        Assert.Equal(
            [
                "CLASS:PRIVATE", "PRIORITY:1", "SUMMARY:1", "X-ALT-DESC;FMTTYPE=text/html:<p>Tervetuloa</p>", "GEO:60.402800;-24.105000", @"CONTACT:Koordinaattori\; puh. vaihde",
                "RELATED-TO:a@test", "RELATED-TO;RELTYPE=SIBLING:b@test",
                "ATTACH;FMTTYPE=application/pdf;FILENAME=\"Esityslista, kevät.pdf\":https://example.org/esityslista.pdf",
                "IMAGE;VALUE=URI;DISPLAY=THUMBNAIL;FMTTYPE=image/png:https://example.org/kuva.png",
                "CONFERENCE;VALUE=URI;FEATURE=AUDIO,VIDEO;LABEL=\"Liity: ^'tästä^'\":https://example.org/kokous", "CONFERENCE;VALUE=URI;FEATURE=PHONE:tel:+00000",
                @"X-VUOSIKELLO-VAIHE:ehdotettu\, odottaa",
            ],
            lines[5..^2]);
        Assert.Empty(CalendarLinter.Lint(Example.Bytes(e)));
    }

    [Fact]
    public void Alarms_stand_in_their_event()
    {
        var e = Plain with
        {
            Alarms =
            [
                new Alarm.Display(new AlarmTrigger.FromStart(-Duration.FromMinutes(15)), "Kohta; nyt") { Repeat = new AlarmRepeat(2, Duration.FromMinutes(5)) },
                new Alarm.Audio(new AlarmTrigger.FromEnd(Duration.Zero)),
                new Alarm.Email(new AlarmTrigger.At(Example.Stamp), "Aihe", "Teksti", [new Uri("mailto:someone@example.org")]),
            ],
        };

        Assert.Equal(
            [
                "BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:-PT15M", "DURATION:PT5M", "REPEAT:2", @"DESCRIPTION:Kohta\; nyt", "END:VALARM",
                "BEGIN:VALARM", "ACTION:AUDIO", "TRIGGER;RELATED=END:PT0S", "END:VALARM",
                "BEGIN:VALARM", "ACTION:EMAIL", "TRIGGER;VALUE=DATE-TIME:20090115T083005Z", "SUMMARY:Aihe", "DESCRIPTION:Teksti", "ATTENDEE:mailto:someone@example.org", "END:VALARM",
                "END:VEVENT", "",
            ],
            Example.Lines(e)[6..]);
        Assert.Empty(CalendarLinter.Lint(Example.Bytes(e)));
    }

    [Fact]
    public void Overrides_follow_their_event_in_the_order_of_the_occurrences_that_they_replace()
    {
        var e = Plain with
        {
            Rule = Weekly,
            Additions = [new(2026, 3, 5)],
            Exceptions = [new(2026, 3, 10)],
            Overrides = [new(new(2026, 3, 17), Example.Event("1", Example.Day(2026, 3, 18))), new(new(2026, 3, 5), Example.Event("1", Example.At(2026, 3, 5, 9)))],
        };

        string[] lines = Example.Lines(e);

        Assert.Equal(["RDATE;TZID=Europe/Helsinki:20260305T170000", "EXDATE;TZID=Europe/Helsinki:20260310T170000"], lines[6..8]);
        Assert.Equal(["RECURRENCE-ID;TZID=Europe/Helsinki:20260305T170000", "RECURRENCE-ID;TZID=Europe/Helsinki:20260317T170000"], lines.Where(l => l.StartsWith("RECURRENCE-ID", StringComparison.Ordinal)));
        Assert.Empty(CalendarLinter.Lint(Example.Bytes(e)));
    }

    [Fact]
    public void Parts_of_a_second_make_no_end_that_equals_its_start()
    {
        var start = new LocalDateTime(2026, 3, 3, 17, 0);

        Assert.DoesNotContain(Example.Lines(Example.Event("1", new EventTime.Zoned(start, start.PlusMilliseconds(900), Example.Helsinki))), l => l.StartsWith("DTEND", StringComparison.Ordinal));
        Assert.DoesNotContain(Example.Lines(Example.Event("1", new EventTime.Utc(Example.Stamp, Example.Stamp + Duration.Epsilon))), l => l.StartsWith("DTEND", StringComparison.Ordinal));
    }

    [Fact]
    public void A_host_with_letters_beyond_ASCII_is_written_as_programs_look_it_up()
    {
        Assert.Contains("URL:https://xn--exmple-cua.org/%C3%A4", Example.Lines(Plain with { Url = new Uri("https://exämple.org/ä") }));
        Assert.Contains("URL:mailto:someone@xn--exmple-cua.org", Example.Lines(Plain with { Url = new Uri("mailto:someone@exämple.org") }));
    }

    public static TheoryData<CalendarEvent> FarAway => new(
        Example.Event("late", new EventTime.Zoned(new(9998, 12, 31, 22, 0), new(9999, 1, 1, 2, 0), Example.Helsinki)),
        Example.Event("early", new EventTime.Zoned(new(1, 1, 1, 22, 0), new(1, 1, 2, 2, 0), Example.Helsinki)),
        Plain with { Rule = new RecurrenceRule { Frequency = RuleFrequency.Daily, End = new RuleEnd.Count(int.MaxValue) } },
        Plain with { Rule = new RecurrenceRule { Frequency = RuleFrequency.Hourly, End = new RuleEnd.Count(int.MaxValue) } },
        Plain with { Rule = new RecurrenceRule { Frequency = RuleFrequency.Yearly, End = new RuleEnd.LastDay(new(9998, 1, 1)) } });

    [Theory]
    [MemberData(nameof(FarAway), DisableDiscoveryEnumeration = true)]
    public void However_far_its_days_are_an_event_is_written_with_its_zone(CalendarEvent e) => Assert.Empty(CalendarLinter.Lint(Example.Bytes(e)));

    public static TheoryData<string, CalendarEvent> Wrong => new()
    {
        { "PRIORITY", Plain with { Priority = 10 } },
        { "URL", Plain with { Url = new Uri("https://¨xample.org/tori") } },
        { "GEO", Plain with { Position = new GeoPosition(91, 0) } },
        { "GEO", Plain with { Position = new GeoPosition(double.NaN, 0) } },
        { "IMAGE", Plain with { Images = [new(new Uri("kuva.png", UriKind.Relative))] } },
        { "FMTTYPE", Plain with { Attachments = [new(new Uri("https://example.org/"), "pdf")] } },
        { "FMTTYPE", Plain with { Attachments = [new(new Uri("https://example.org/"), "text/html;charset")] } },
        { "X-PHASE of", Plain with { Extensions = [new("X-PHASE", "\0")] } },
        { "PHASE", Plain with { Extensions = [new("PHASE", "1")] } },
        { "X-a:b", Plain with { Extensions = [new("X-a:b", "1")] } },
        { "RELATED-TO", Plain with { RelatedTo = [new("a\nb")] } },
        { "REPEAT", Plain with { Alarms = [new Alarm.Audio(new AlarmTrigger.At(Example.Stamp)) { Repeat = new(0, Duration.FromHours(1)) }] } },
        { "TRIGGER", Plain with { Alarms = [new Alarm.Audio(new AlarmTrigger.FromStart(Duration.Epsilon))] } },
        { "ATTENDEE", Plain with { Alarms = [new Alarm.Email(new AlarmTrigger.At(Example.Stamp), "a", "b", [])] } },
        { "another UID", Plain with { Rule = Weekly, Overrides = [new(new(2026, 3, 3), Example.Event("2", Example.Day(2026, 3, 3)))] } },
        { "does not occur", Plain with { Rule = Weekly, Overrides = [new(new(2026, 3, 4), Plain)] } },
        { "does not occur", Plain with { Overrides = [new(new(2026, 3, 3), Plain)] } },
        { "left out", Plain with { Rule = Weekly, Exceptions = [new(2026, 3, 3)], Overrides = [new(new(2026, 3, 3), Plain)] } },
        { "there twice", Plain with { Rule = Weekly, Overrides = [new(new(2026, 3, 3), Plain), new(new(2026, 3, 3), Plain)] } },
        { "recurs itself", Plain with { Rule = Weekly, Overrides = [new(new(2026, 3, 3), Plain with { Rule = Weekly })] } },
        { "PRIORITY", Plain with { Rule = Weekly, Overrides = [new(new(2026, 3, 3), Plain with { Priority = -1 })] } },
        { "years are", Example.Event("a", new EventTime.AllDay(new(-5, 1, 1), new(2026, 1, 1))) },
        { "years are", Plain with { Stamp = Instant.MinValue } },
        { "cannot be written", Example.Event("a", new EventTime.AllDay(new(2026, 1, 1), LocalDate.MaxIsoValue)) },
    };

    [Theory]
    [MemberData(nameof(Wrong), DisableDiscoveryEnumeration = true)]
    public void What_cannot_stand_in_a_calendar_is_refused(string named, CalendarEvent e) =>
        Assert.Contains(named, Assert.Throws<InvalidCalendarException>(() => CalendarWriter.Render(e)).Message, StringComparison.Ordinal);
}
