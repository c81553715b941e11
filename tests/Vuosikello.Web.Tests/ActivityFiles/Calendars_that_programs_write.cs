using NodaTime;
using Vuosikello.Domain;
using Vuosikello.Domain.Activities;
using Vuosikello.Web.ActivityFiles.Reading;
using static Vuosikello.Web.Tests.ActivityFiles.Reading;

namespace Vuosikello.Web.Tests.ActivityFiles;

public sealed class Calendars_that_programs_write
{
    private const string Helsinki = ";TZID=Europe/Helsinki:";

    [Fact]
    public async Task An_event_becomes_an_activity_with_what_both_of_them_can_say()
    {
        var reading = await Read(Calendar(Event("a@x", $"{Helsinki}20260303T170000", "DTEND;TZID=Europe/Helsinki:20260303T190000", "SUMMARY;LANGUAGE=sv-FI:Möte",
            "DESCRIPTION:Yksi\\nkaksi", "LOCATION:Sali\\, kirjasto", "CONFERENCE;VALUE=URI:https://kokous.example/1", "CATEGORIES:Kokoontumistilat,nurmijarvi,Muu",
            "STATUS:CONFIRMED", "ORGANIZER;CN=Joku:mailto:joku@example.org", "ATTENDEE:mailto:toinen@example.org")));

        Assert.Equal([], reading.Wrong);
        var row = Assert.Single(reading.Rows);
        Assert.Equal(
            new Commands.ActivityFiles.SaidOfActivity
            {
                Title = new LocalText(sv: "Möte"),
                Time = Exact(3, 3, 17, 19),
                Description = new LocalText("Yksi\nkaksi"),
                Place = "Sali, kirjasto",
                Link = "https://kokous.example/1",
                Themes = [new ThemeId("tilat")],
                Areas = [new AreaId("nurmijarvi")],
                Status = ActivityStatus.Confirmed,
            },
            row.Said);
        Assert.Equal((FileNotes.CategoryNotKnown, "Muu"), (Assert.Single(reading.Remarks).Code, reading.Remarks[0].Arguments[0]));
    }

    [Theory]
    [InlineData(":20260303T150000Z", "DTEND:20260303T170000Z", "Europe/Helsinki 2026-03-03T17:00 2026-03-03T19:00")]
    [InlineData(":20260703T150000Z", "DTEND:20260703T170000Z", "Europe/Helsinki 2026-07-03T18:00 2026-07-03T20:00")]
    [InlineData(":20260303T170000", "DURATION:PT2H", "Europe/Helsinki 2026-03-03T17:00 2026-03-03T19:00")]
    [InlineData(";TZID=FLE Standard Time:20260303T170000", "DURATION:PT2H", "Europe/Helsinki 2026-03-03T17:00 2026-03-03T19:00")]
    [InlineData(";TZID=Europe/Stockholm:20260303T170000", "DURATION:PT2H", "Europe/Stockholm 2026-03-03T17:00 2026-03-03T19:00")]
    // summer time begins at three: what is skipped means an hour later
    [InlineData(";TZID=Europe/Helsinki:20260329T033000", "DTEND;TZID=Europe/Helsinki:20260329T053000", "Europe/Helsinki 2026-03-29T04:30 2026-03-29T05:30")]
    // of the hour that comes twice the second one stays in UTC
    [InlineData(":20261025T003000Z", "DTEND:20261025T013000Z", "Europe/Helsinki 2026-10-25T03:30 2026-10-25T03:30")]
    [InlineData(":20261025T013000Z", "DTEND:20261025T023000Z", "Etc/UTC 2026-10-25T01:30 2026-10-25T02:30")]
    public async Task Times_keep_their_moments(string start, string end, string expected)
    {
        var time = Assert.IsType<ActivityTime.Exact>(Assert.Single((await Read(Calendar(Event("a@x", start, end, "SUMMARY:Ilta")))).Rows).Said.Time);

        string written = FormattableString.Invariant($"{time.Zone} {time.Start:uuuu-MM-dd'T'HH:mm} {time.End:uuuu-MM-dd'T'HH:mm}");
        // an end on the same clock time as its start could only be told in UTC
        Assert.Equal(expected == "Europe/Helsinki 2026-10-25T03:30 2026-10-25T03:30" ? "Etc/UTC 2026-10-25T00:30 2026-10-25T01:30" : expected, written);
    }

    [Fact]
    public async Task Whole_days_end_on_their_last_day()
    {
        var row = Assert.Single((await Read(Calendar(Event("a@x", ";VALUE=DATE:20260303", "DTEND;VALUE=DATE:20260305", "SUMMARY:Leiri")))).Rows);

        Assert.Equal(new ActivityTime.Days(new LocalDate(2026, 3, 3), new LocalDate(2026, 3, 4)), row.Said.Time);
    }

    [Fact]
    public async Task An_ordinary_rule_is_one_recurring_activity_from_its_first_occurrence_in_the_year()
    {
        var reading = await Read(Calendar(Event("a@x", $"{Helsinki}20251209T170000", "DURATION:PT1H", "SUMMARY:Kerho", "RRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=6",
            "EXDATE;TZID=Europe/Helsinki:20260120T170000")));

        var time = Assert.IsType<ActivityTime.Recurring>(Assert.Single(reading.Rows).Said.Time);
        Assert.Equal(["2026-01-06", "2026-02-03", "2026-02-17"], Occurrences.Of(time).Select(Day));
        Assert.Equal([new LocalDate(2026, 1, 20)], time.Exceptions);
    }

    [Fact]
    public async Task An_occurrence_that_was_moved_is_an_activity_of_its_own()
    {
        var reading = await Read(Calendar(
            Event("a@x", $"{Helsinki}20260303T170000", "DURATION:PT1H", "SUMMARY:Kerho", "RRULE:FREQ=WEEKLY;COUNT=3"),
            Event("a@x", $"{Helsinki}20260312T180000", "DURATION:PT1H", "SUMMARY:Kerho retkellä", "RECURRENCE-ID;TZID=Europe/Helsinki:20260310T170000")));

        Assert.Equal(["Kerho", "Kerho retkellä"], reading.Rows.Select(r => r.Title));
        Assert.Equal(["2026-03-03", "2026-03-17"], Occurrences.Of(Assert.IsType<ActivityTime.Recurring>(reading.Rows[0].Said.Time)).Select(Day));
        Assert.Equal(Exact(3, 12, 18, 19), reading.Rows[1].Said.Time);
        Assert.Contains(reading.Remarks, n => n.Code == FileNotes.OneOfSeries);
    }

    [Theory]
    [InlineData("RRULE:FREQ=MONTHLY;BYDAY=TU;BYSETPOS=2;COUNT=3", 3)]
    [InlineData("RRULE:FREQ=YEARLY;BYMONTH=3,9;BYMONTHDAY=3;COUNT=2", 2)]
    [InlineData("RDATE;TZID=Europe/Helsinki:20260505T170000,20260506T170000", 3)]
    public async Task Another_rule_is_written_out(string rule, int count)
    {
        var reading = await Read(Calendar(Event("a@x", $"{Helsinki}20260303T170000", "DURATION:PT1H", "SUMMARY:Ilta", rule)));

        Assert.All(reading.Rows, row => Assert.IsType<ActivityTime.Exact>(row.Said.Time));
        Assert.Equal(count, reading.Rows.Select(r => r.Activity).Distinct().Count());
        Assert.Equal(FileNotes.WrittenOut, Assert.Single(reading.Remarks).Code);
    }

    [Theory]
    [InlineData("20261218", "RRULE:FREQ=WEEKLY;COUNT=4", FileNotes.OutsideYear, "2 (2027)")]
    [InlineData("20251218", "RRULE:FREQ=WEEKLY;UNTIL=20260131T000000Z", FileNotes.OutsideYear, "2 (2025)")]
    [InlineData("20261218", "RRULE:FREQ=WEEKLY", FileNotes.EndlessSeries, "2026")]
    public async Task What_a_series_has_in_other_years_is_told(string start, string rule, string code, string expected)
    {
        var reading = await Read(Calendar(Event("a@x", $"{Helsinki}{start}T170000", "DURATION:PT1H", "SUMMARY:Kerho", rule)));

        Assert.Equal((code, expected), (Assert.Single(reading.Remarks).Code, reading.Remarks[0].Arguments[0]));
    }

    [Fact]
    public async Task What_the_reader_notes_is_told_with_the_event_and_the_files_own_words()
    {
        var note = Assert.Single((await Read(Calendar(Event("a@x", ":20260303T170000", "DURATION:kaksi tuntia", "SUMMARY:Ilta")))).Wrong);

        Assert.Equal(("Ilta", new LocalDate(2026, 3, 3), "DURATION:kaksi tuntia"), (note.Title, note.Day, note.Arguments[0]));
    }

    [Theory]
    [InlineData("RRULE:FREQ=SECONDLY")]
    [InlineData("RRULE:FREQ=MINUTELY;INTERVAL=5")]
    public async Task What_recurs_all_the_time_is_not_taken(string rule)
    {
        var reading = await Read(Calendar(Event("a@x", $"{Helsinki}20260101T000000", "SUMMARY:Kello", rule), Event("b@x", ":20260303T170000", "DURATION:PT1H", "SUMMARY:Ilta")));

        Assert.Equal((FileNotes.TooOften, "Kello"), (Assert.Single(reading.Wrong).Code, reading.Wrong[0].Title));
        Assert.Equal("Ilta", Assert.Single(reading.Rows).Title);
    }

    [Fact]
    public async Task A_rule_that_never_gives_anything_and_one_that_began_with_the_calendar_cost_little()
    {
        var reading = await Read(Calendar(
            Event("a@x", $"{Helsinki}20260101T000000", "SUMMARY:Ei koskaan", "RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30"),
            Event("b@x", $"{Helsinki}20260101T000000", "SUMMARY:Ei koskaan viidesti", "RRULE:FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30;COUNT=5"),
            Event("c@x", ":00010101T000000Z", "SUMMARY:Aina", "RRULE:FREQ=DAILY"),
            Event("d@x", $"{Helsinki}20250101T090000", "DURATION:PT1H", "SUMMARY:Kolmesti", "RRULE:FREQ=MONTHLY;INTERVAL=7;COUNT=3")));

        Assert.Equal("Aina", Assert.Single(reading.Wrong).Title);
        // what the start of a rule does not produce takes place all the same (RFC 5545 section 3.8.5.3)
        Assert.Equal(["Ei koskaan", "Ei koskaan viidesti", "Kolmesti"], reading.Rows.Select(r => r.Title));
        Assert.Equal(new ActivityTime.Exact(new LocalDateTime(2026, 3, 1, 9, 0), new LocalDateTime(2026, 3, 1, 10, 0)), reading.Rows[2].Said.Time);
    }

    [Fact]
    public async Task Deadlines_of_our_own_feeds_are_not_activities()
    {
        var reading = await Read(Calendar(
            Event("0c5a3f10-7a51-4d0b-8a61-0000000000aa-registration@vuosikello", ";VALUE=DATE:20260303", "SUMMARY:Ilmoittaudu"),
            Event("seutu-agreement-tilat-end@vuosikello", ";VALUE=DATE:20260303", "SUMMARY:Sopimus päättyy"),
            Event("0c5a3f10-7a51-4d0b-8a61-0000000000ab@vuosikello", ";VALUE=DATE:20260303", "SUMMARY:Toisesta palvelusta")));

        Assert.Equal([FileNotes.OwnDeadline, FileNotes.OwnDeadline], reading.PassedOver.Select(n => n.Code));
        Assert.Equal("Toisesta palvelusta", Assert.Single(reading.Rows).Title);
    }

    [Fact]
    public async Task Other_years_and_private_events_are_passed_over()
    {
        var reading = await Read(Calendar(
            Event("a@x", ":20250303T170000", "SUMMARY:Viime vuonna"), Event("b@x", ":20270303T170000", "SUMMARY:Ensi vuonna"),
            Event("c@x", ":20260303T170000", "SUMMARY:Lääkäri", "CLASS:PRIVATE")));

        Assert.Empty(reading.Rows);
        Assert.Equal([(FileNotes.Private, "Lääkäri"), (FileNotes.OtherYears, "2")], reading.PassedOver.Select(n => (n.Code, n.Title.Length > 0 ? n.Title : n.Arguments[0])));
    }

    [Fact]
    public async Task Of_two_with_one_UID_the_newer_one_counts()
    {
        var reading = await Read(Calendar(
            Event("a@x", ":20260303T170000", "DURATION:PT1H", "SUMMARY:Uusi", "SEQUENCE:2"), Event("a@x", ":20260303T170000", "DURATION:PT1H", "SUMMARY:Vanha", "SEQUENCE:1")));

        Assert.Equal("Uusi", Assert.Single(reading.Rows).Title);
        Assert.Equal((FileNotes.OlderOfTwo, "Vanha"), (Assert.Single(reading.PassedOver).Code, reading.PassedOver[0].Title));
    }

    [Fact]
    public async Task A_description_with_marks_becomes_plain_text()
    {
        var reading = await Read(Calendar(Event("a@x", ":20260303T170000Z", "DURATION:PT1H", "SUMMARY:Ilta",
            "DESCRIPTION:<p>Tervetuloa &amp\\; kahvia</p><ul><li>yksi</li><li>kaksi</li></ul><a href=\"https://x.example/\">lisää</a><script>alert(1)</script>")));

        Assert.Equal("Tervetuloa & kahvia\n\n- yksi\n- kaksi\nlisää (https://x.example/)", Assert.Single(reading.Rows).Said.Description.Fi);
        Assert.Equal(FileNotes.Markup, Assert.Single(reading.Remarks).Code);
    }

    [Fact]
    public async Task What_cannot_be_read_is_told_with_its_line()
    {
        var reading = await Read(Calendar(Event("a@x", ":20260231T170000", "SUMMARY:Väärä"), Event("b@x", ":20260303T170000", "DURATION:PT1H"), Event("c@x", ":20260303T170000", "DURATION:PT1H", "SUMMARY:Hyvä")));

        Assert.Equal([("WrongTime", 7), (FileNotes.TitleMissing, 10)], reading.Wrong.Select(n => (n.Code, n.Line)));
        Assert.Equal("Hyvä", Assert.Single(reading.Rows).Title);
    }

    [Fact]
    public async Task A_calendar_without_events_is_refused() => Assert.Equal(FileNotes.NoEvents, (await Read(Calendar())).Wrong[0].Code);

    [Fact]
    public async Task The_same_event_is_the_same_activity_in_each_year_it_is_imported_into_and_no_other_years()
    {
        var one = await Read(Calendar(Event("a@x", ":20260303T170000", "DURATION:PT1H", "SUMMARY:Ilta")));
        var moved = await Read(Calendar(Event("a@x", ":20260404T170000", "DURATION:PT1H", "SUMMARY:Aamu")));
        var other = await Read(Calendar(Event("b@x", ":20260303T170000", "DURATION:PT1H", "SUMMARY:Ilta")));

        Assert.Equal(one.Rows[0].Activity, moved.Rows[0].Activity);
        Assert.NotEqual(one.Rows[0].Activity, other.Rows[0].Activity);
    }

    private static string Day(ActivityTime time) => FormattableString.Invariant($"{ActivityStart.Of(time).Date:uuuu-MM-dd}");
}
