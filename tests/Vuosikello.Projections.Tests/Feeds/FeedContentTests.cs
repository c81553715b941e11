using System.Buffers;
using NodaTime;
using Vuosikello.Calendars.TestKit;
using Vuosikello.Domain;
using Vuosikello.Domain.Activities;
using Vuosikello.Projections.Feeds;

namespace Vuosikello.Projections.Tests.Feeds;

public sealed class FeedContentTests
{
    private static ActivityTime Exact(int month, int day, int hour, int hours = 2) =>
        new ActivityTime.Exact(new(2026, month, day, hour, 0), new LocalDateTime(2026, month, day, hour, 0).PlusHours(hours));

    private static ActivityTime Weekly(ActivityTime first, LocalDate until, params LocalDate[] exceptions) =>
        new ActivityTime.Recurring(first, new Recurrence(Frequency.Weekly, 1, until, []), [.. exceptions]);

    [Fact]
    public async Task An_event_says_everything_of_its_activity()
    {
        await using var scene = await FeedScene.Begin();
        var id = await scene.Plan(Planning.Details("Työpaja", Exact(3, 24, 16, 3)) with
        {
            Description = new("Tervetuloa!"),
            Themes = [new("liikunta")],
            Responsible = new(new("projektipäällikkö")),
            Venue = new("Kirjasto, Einari", "Katu 2, 04300 Tuusula"),
            Agenda = [new(new(16, 10), new("Avaus"))],
            Registration = new("https://example.org/ilmo", new RegistrationDeadline.Before(7)),
        });
        await scene.Planning.HappensTo(id, new ActivityConfirmed());

        string[] lines = await scene.Lines();

        Assert.Contains($"UID:{id}@vuosikello", lines);
        Assert.Contains("DTSTART;TZID=Europe/Helsinki:20260324T160000", lines);
        Assert.Contains("SUMMARY:Työpaja", lines);
        Assert.Contains("STATUS:CONFIRMED", lines);
        Assert.Contains("SEQUENCE:9", lines);
        Assert.Contains(@"LOCATION:Kirjasto\, Einari\, Katu 2\, 04300 Tuusula", lines);
        Assert.Contains("CATEGORIES:Liikunta", lines);
        Assert.Contains($"URL:https://vuosikello.example/jokilaakso/2026#a-{id}", lines);
        Assert.Contains(
            @"DESCRIPTION:Tervetuloa!\n\nOhjelma:\n16.10 Avaus\n\nVastuurooli: projektipäällikkö\nIlmoittautuminen viimeistään ti 17.3.2026\n"
            + @"Ilmoittautuminen: https://example.org/ilmo\nVuosikellossa: https://vuosikello.example/jokilaakso/2026#a-" + id,
            lines);
    }

    [Fact]
    public async Task An_event_has_its_organiser_and_contact_its_link_and_its_themes_colour()
    {
        await using var scene = await FeedScene.Begin();
        await scene.Planning.Happens(
            new Domain.Partnerships.PartnerJoined(new(new("kunta"), Domain.Partnerships.PartnerKind.Municipality, new("Kunta"), [], [])),
            new Domain.Partnerships.ThemeAdded(new(new("tilat"), new("Tilat"))));
        await scene.Plan(Planning.Details("Etätyöpaja", Exact(3, 24, 16, 3)) with
        {
            Themes = [new("tilat")],
            Responsible = new(new("projektipäällikkö"), new PartnerId("kunta"), new MemberId(new Guid(9, 9, 9, new byte[8]))),
            Venue = new(Link: "https://kokous.example/1"),
        });

        string[] lines = await scene.Lines();

        Assert.Contains(@"CONTACT:projektipäällikkö\, Kunta", lines);
        Assert.Contains("CONFERENCE;VALUE=URI:https://kokous.example/1", lines);
        Assert.Contains("LOCATION:https://kokous.example/1", lines);
        Assert.Contains("COLOR:sienna", lines);
        Assert.DoesNotContain(lines, line => line.StartsWith("ORGANIZER", StringComparison.Ordinal) || line.Contains("00000009-0009", StringComparison.Ordinal));
        string description = Assert.Single(lines, line => line.StartsWith("DESCRIPTION:", StringComparison.Ordinal));
        Assert.Contains(@"Järjestäjä: Kunta\nVastuurooli: projektipäällikkö\nVerkkolinkki: https://kokous.example/1\n", description, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fi", "SUMMARY:PERUTTU: Retki", "Peruuntumisen syy: Sade")]
    [InlineData("sv", "SUMMARY:INSTÄLLT: Retki", "Orsak till att det ställts in: Regn")]
    [InlineData("en", "SUMMARY:CANCELLED: Retki", "Reason for the cancellation: Sade")]
    public async Task A_cancelled_one_is_marked_in_the_readers_language_and_says_why(string language, string summary, string reason)
    {
        await using var scene = await FeedScene.Begin();
        var id = await scene.Planning.Plan("Retki");
        await scene.Planning.HappensTo(id, new ActivityCancelled(new LocalText("Sade", "Regn")));

        string[] lines = await scene.Lines(language: language);

        Assert.Contains(summary, lines);
        Assert.Contains("STATUS:CANCELLED", lines);
        Assert.Contains(lines, line => line.StartsWith("DESCRIPTION:" + reason, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_proposed_one_is_tentative_and_whole_days_leave_time_free()
    {
        await using var scene = await FeedScene.Begin();
        await scene.Planning.Plan("Kysely", new ActivityTime.Months(new YearMonth(2026, 1), new YearMonth(2026, 2)));

        string[] lines = await scene.Lines();

        Assert.Contains("STATUS:TENTATIVE", lines);
        Assert.Contains("TRANSP:TRANSPARENT", lines);
        Assert.Contains("DTSTART;VALUE=DATE:20260101", lines);
        Assert.Contains("DTEND;VALUE=DATE:20260301", lines);
    }

    [Fact]
    public async Task A_weekly_one_is_a_rule_with_exceptions()
    {
        await using var scene = await FeedScene.Begin();
        await scene.Planning.Plan("Kerho", Weekly(Exact(3, 17, 17), new(2026, 4, 14), new LocalDate(2026, 4, 7)));

        string[] lines = await scene.Lines();

        Assert.Contains("RRULE:FREQ=WEEKLY;BYDAY=TU;UNTIL=20260414T205959Z", lines);
        Assert.Contains("EXDATE;TZID=Europe/Helsinki:20260407T170000", lines);
    }

    [Fact]
    public async Task A_rule_that_programs_disagree_on_is_written_out()
    {
        await using var scene = await FeedScene.Begin();
        var first = new ActivityTime.Days(new(2026, 1, 31), new(2026, 1, 31));
        var id = await scene.Planning.Plan("Kuun viimeinen", new ActivityTime.Recurring(first, new Recurrence(Frequency.Monthly, 1, new(2026, 5, 31), [], MonthDay: 31), [new LocalDate(2026, 3, 31)]));

        string[] lines = await scene.Lines();

        Assert.Equal([$"UID:{id}-20260131@vuosikello", $"UID:{id}-20260531@vuosikello"], lines.Where(l => l.StartsWith("UID:", StringComparison.Ordinal)));
        Assert.DoesNotContain(lines, line => line.StartsWith("RRULE:FREQ=MONTHLY", StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_that_recurs_and_has_a_change_of_the_clock_inside_it_is_written_out()
    {
        await using var scene = await FeedScene.Begin();
        await scene.Planning.Plan("Leiri", Weekly(new ActivityTime.Exact(new(2026, 10, 24, 18, 0), new(2026, 10, 26, 12, 0)), new(2026, 10, 24)));

        string[] lines = await scene.Lines();

        Assert.DoesNotContain(lines, line => line.StartsWith("RRULE:FREQ=WEEKLY", StringComparison.Ordinal));
        Assert.Contains("DTEND;TZID=Europe/Helsinki:20261026T120000", lines);
    }

    [Fact]
    public async Task An_hour_that_the_clock_skips_or_shows_twice_is_said_in_UTC()
    {
        await using var scene = await FeedScene.Begin();
        await scene.Planning.Plan("Skipped", Exact(3, 29, 3, 1));
        await scene.Planning.Plan("Twice", Exact(10, 25, 3, 2));

        string[] lines = await scene.Lines();

        Assert.Contains("DTSTART:20260329T010000Z", lines);
        Assert.Contains("DTEND:20260329T020000Z", lines);
        Assert.Contains("DTSTART:20261025T000000Z", lines);
        Assert.Contains("DTEND:20261025T030000Z", lines);
    }

    public static TheoryData<string> Programs => [.. CalendarReaders.Names];

    [Theory]
    [MemberData(nameof(Programs))]
    public async Task Programs_see_every_occurrence_on_its_hour_through_both_changes_of_the_clock(string program)
    {
        await using var scene = await FeedScene.Begin();
        await scene.Planning.Plan("Kerho", Weekly(Exact(3, 17, 17), new(2026, 4, 14), new LocalDate(2026, 4, 7)));
        await scene.Planning.Plan("Yö", Weekly(Exact(3, 21, 22, 8), new(2026, 4, 4)));
        await scene.Planning.Plan("Ykköspäivä", new ActivityTime.Recurring(Exact(1, 13, 9, 1), new Recurrence(Frequency.Monthly, 3, new(2026, 12, 31), [], MonthWeek: 2, MonthWeekday: IsoDayOfWeek.Tuesday), []));

        var seen = await CalendarReaders.Read(program, (await scene.Feed()).Plain.ToArray(), new(2026, 1, 1), new(2026, 12, 31));

        Assert.Equal(
            [
                "Ykköspäivä 2026-01-13T07:00:00Z/2026-01-13T08:00:00Z",
                "Kerho 2026-03-17T15:00:00Z/2026-03-17T17:00:00Z",
                "Yö 2026-03-21T20:00:00Z/2026-03-22T04:00:00Z",
                "Kerho 2026-03-24T15:00:00Z/2026-03-24T17:00:00Z",
                "Yö 2026-03-28T20:00:00Z/2026-03-29T03:00:00Z",
                "Kerho 2026-03-31T14:00:00Z/2026-03-31T16:00:00Z",
                "Yö 2026-04-04T19:00:00Z/2026-04-05T03:00:00Z",
                "Ykköspäivä 2026-04-14T06:00:00Z/2026-04-14T07:00:00Z",
                "Kerho 2026-04-14T14:00:00Z/2026-04-14T16:00:00Z",
                "Ykköspäivä 2026-07-14T06:00:00Z/2026-07-14T07:00:00Z",
                "Ykköspäivä 2026-10-13T06:00:00Z/2026-10-13T07:00:00Z",
            ],
            seen.OrderBy(o => o.Start, StringComparer.Ordinal).Select(o => $"{o.Title} {o.Start}/{o.End}"));
    }

    [Fact]
    public async Task An_area_a_theme_and_a_partner_have_feeds_of_what_is_theirs()
    {
        await using var scene = await FeedScene.Begin();
        await scene.Planning.Happens(new Domain.Partnerships.PartnerJoined(new(new("kunta"), Domain.Partnerships.PartnerKind.Municipality, new("Kunta"), [], [])));
        await scene.Plan(Planning.Details("Alueen", Planning.On(5, 1)) with { Areas = [new("etela")] });
        await scene.Plan(Planning.Details("Teeman", Planning.On(5, 2)) with { Themes = [new("liikunta")] });
        await scene.Plan(Planning.Details("Kumppanin", Planning.On(5, 3)) with { Responsible = new(LocalText.Empty, new PartnerId("kunta")) });

        Assert.Equal(["SUMMARY:Alueen"], Summaries(await scene.Lines(FeedScope.Area, "etela")));
        Assert.Equal(["SUMMARY:Teeman"], Summaries(await scene.Lines(FeedScope.Theme, "liikunta")));
        Assert.Equal(["SUMMARY:Kumppanin"], Summaries(await scene.Lines(FeedScope.Partner, "kunta")));
        Assert.Null(await scene.Feeds.Find(new(scene.Planning.Partnership, FeedScope.Area, "pohjoinen", FeedChoice.In("fi")), TestContext.Current.CancellationToken));
        Assert.Null(await scene.Feeds.Find(new(scene.Planning.Partnership, FeedScope.Year, "2027", FeedChoice.In("fi")), TestContext.Current.CancellationToken));
        Assert.Null(await scene.Feeds.Find(new(new("muu"), FeedScope.Whole, "", FeedChoice.In("fi")), TestContext.Current.CancellationToken));
    }

    private static IEnumerable<string> Summaries(string[] lines) => lines.Where(line => line.StartsWith("SUMMARY:", StringComparison.Ordinal));
}
