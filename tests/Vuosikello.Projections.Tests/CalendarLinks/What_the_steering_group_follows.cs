using NodaTime;
using Vuosikello.Domain;
using Vuosikello.Domain.Agreements;
using Vuosikello.Domain.CommentRounds;
using Vuosikello.Domain.SteeringReviews;
using Vuosikello.Events;
using Vuosikello.Projections.Feeds;
using Vuosikello.TestKit;

namespace Vuosikello.Projections.Tests.CalendarLinks;

public sealed class What_the_steering_group_follows
{
    private static readonly AgreementTerm Fixed = new(new LocalDate(2026, 3, 1), new LocalDate(2027, 12, 31));
    private static readonly NoticePeriod Quarter = new(3, NoticeUnit.Months);
    private static readonly Instant Opens = Instant.FromUtc(2026, 8, 10, 5, 0), Closes = Instant.FromUtc(2026, 9, 30, 13, 0);

    private static async Task<string[]> Told(PrivateScene scene, FeedChoice? choice = null) => PrivateScene.Told(scene.Render(await scene.SteeringGroup(), choice).Feed);

    [Fact]
    public async Task An_agreement_ends_on_its_last_day_and_its_commitments_fall_due_every_year_of_it()
    {
        await using var scene = await PrivateScene.Begin();
        await scene.InForce(Fixed, Quarter);

        Assert.Equal(
            ["20261130 Sitoumus: Raportoi tilojen käytöstä", "20271130 Sitoumus: Raportoi tilojen käytöstä", "20271231 Sopimus päättyy: Tilojen käyttö"], await Told(scene));
    }

    [Fact]
    public async Task One_that_is_renewed_by_itself_says_until_when_notice_can_be_given()
    {
        await using var scene = await PrivateScene.Begin();
        await scene.InForce(Fixed with { RenewedByMonths = 12 }, Quarter);

        Assert.Equal(
            ["20271231 Sopimuskausi päättyy: Tilojen käyttö", "20270930 Viimeinen päivä irtisanoa ennen jatkumista: Tilojen käyttö"], (await Told(scene)).Skip(2));
    }

    [Fact]
    public async Task After_notice_it_ends_with_the_notice_under_the_same_identity()
    {
        await using var scene = await PrivateScene.Begin();
        await scene.InForce(Fixed with { RenewedByMonths = 12 }, Quarter);
        string[] before = Uids(scene.Render(await scene.SteeringGroup()).Feed);
        await scene.Happens(Streams.Of(AgreementSamples.Id), [new AgreementNoticeGiven(AgreementSamples.Kerava, new LocalText("Loppuu"), new(2026, 11, 1), new(2027, 2, 1))]);

        var after = scene.Render(await scene.SteeringGroup()).Feed;

        Assert.Contains("20270201 Sopimus päättyy: Tilojen käyttö", PrivateScene.Told(after));
        Assert.Contains("UID:kuuma-seutu-agreement-tilat-end@vuosikello", before);
        Assert.Contains("UID:kuuma-seutu-agreement-tilat-end@vuosikello", Uids(after));
        Assert.DoesNotContain(PrivateScene.Told(after), told => told.Contains("irtisanoa", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_only_drafted_or_open_ended_has_no_end()
    {
        await using var scene = await PrivateScene.Begin();
        await scene.Happens(Streams.Of(AgreementSamples.Id), [new AgreementDrafted(AgreementSamples.Id, AgreementSamples.Content)]);
        await scene.InForce(Fixed with { Until = null }, Quarter, "avoin");

        Assert.DoesNotContain(await Told(scene), told => told.Contains("päättyy", StringComparison.Ordinal) || told.Contains("irtisanoa", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_change_renders_what_changed_and_nothing_else_anew()
    {
        await using var scene = await PrivateScene.Begin();
        await scene.Round("kevat", Opens, Closes);
        await scene.Round("syksy", Opens, Closes);
        var before = scene.Render(await scene.SteeringGroup()).Feed;
        await scene.Review("katselmus", Opens);
        var work = new FeedWork();

        var after = scene.Render(await scene.SteeringGroup(), null, before, work).Feed;

        Assert.Equal((before.Events + 1, 1L), (after.Events, work.EventsRendered));
    }

    [Fact]
    public async Task A_round_opens_and_closes_to_the_hour_and_a_cancelled_one_does_neither()
    {
        await using var scene = await PrivateScene.Begin();
        await scene.Round("syksy", Opens, Closes);
        await scene.Round("peruttu", Opens, Closes, new RoundCancelled(new LocalText("Ei tarpeen")));

        Assert.Equal(["20260810T050000Z Lausuntokierros alkaa: Kierros", "20260930T123000Z Lausuntokierros päättyy: Kierros"], await Told(scene));
        Assert.Contains("DTEND:20260930T130000Z", PrivateScene.Lines(scene.Render(await scene.SteeringGroup()).Feed));
    }

    [Fact]
    public async Task A_round_moves_with_its_plan_and_not_when_a_partner_drafts()
    {
        await using var scene = await PrivateScene.Begin();
        await scene.Round("syksy", Opens, Closes, new RoundOpened([]));
        var first = scene.Render(await scene.SteeringGroup()).Feed;

        await scene.Happens(Streams.Of(new RoundId(PrivateScene.Here, "syksy")), [new StatementDrafted(AgreementSamples.Kerava, [], new LocalText("Luonnos"))]);
        var drafted = scene.Render(await scene.SteeringGroup(), before: first).Feed;
        await scene.Happens(Streams.Of(new RoundId(PrivateScene.Here, "syksy")), [new RoundProlonged(Closes + Duration.FromDays(7))]);
        scene.Now += Duration.FromSeconds(1);
        var prolonged = scene.Render(await scene.SteeringGroup(), before: drafted).Feed;

        Assert.Same(first, drafted);
        Assert.Equal(Uids(first), Uids(prolonged));
        Assert.Equal("20261007T123000Z Lausuntokierros päättyy: Kierros", PrivateScene.Told(prolonged)[1]);
        foreach (string property in new[] { "DTSTAMP:", "LAST-MODIFIED:", "SEQUENCE:" })
            Assert.True(Last(first, property) < Last(prolonged, property), property);
        Assert.True(prolonged.LastModified > first.LastModified);
    }

    [Fact]
    public async Task Reviews_stand_on_the_days_on_which_they_were_opened_and_closed_in_Helsinki()
    {
        await using var scene = await PrivateScene.Begin();
        await scene.Review("kevat", Instant.FromUtc(2026, 6, 1, 21, 30), new ReviewClosed(new LocalText("Hyvä.")));

        Assert.Equal(["20260602 Ohjausryhmän katselmus alkoi: Katselmus", "20260602 Ohjausryhmän katselmus päättyi: Katselmus"], await Told(scene));
    }

    [Fact]
    public async Task It_holds_what_was_from_last_year_on_and_turns_with_the_year()
    {
        await using var scene = await PrivateScene.Begin();
        await scene.InForce(new(new LocalDate(2020, 1, 1), new LocalDate(2024, 12, 31)), Quarter, "vanha");
        await scene.InForce(new(new LocalDate(2020, 1, 1), new LocalDate(2025, 1, 1)), Quarter, "viime");

        var rendered = scene.Render(await scene.SteeringGroup());

        Assert.Equal(["20250101 Sopimus päättyy: Tilojen käyttö"], PrivateScene.Told(rendered.Feed).Where(told => told.Contains("Sopimus päättyy", StringComparison.Ordinal)));
        Assert.Equal(Instant.FromUtc(2026, 12, 31, 22, 0), rendered.Until);
        scene.Now = rendered.Until;
        Assert.DoesNotContain(await Told(scene), told => told.Contains("Sopimus päättyy", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("sv", "Avtalet upphör: Användning av lokaler", "KUUMA-seutu – styrgruppens kalender")]
    [InlineData("en", "Agreement ends: Tilojen käyttö", "KUUMA-seutu – the steering group's calendar")]
    public async Task It_speaks_the_language_of_the_subscriber(string language, string title, string name)
    {
        await using var scene = await PrivateScene.Begin();
        await scene.InForce(Fixed, Quarter);

        var feed = scene.Render(await scene.SteeringGroup(), FeedChoice.In(language)).Feed;

        Assert.Contains($"20271231 {title}", PrivateScene.Told(feed));
        Assert.Equal(name, feed.Title);
    }

    private static string[] Uids(Feed feed) => [.. PrivateScene.Lines(feed).Where(line => line.StartsWith("UID:", StringComparison.Ordinal))];

    /// <summary>The last value of a property, as a number.</summary>
    private static long Last(Feed feed, string property) =>
        long.Parse(PrivateScene.Lines(feed).Last(line => line.StartsWith(property, StringComparison.Ordinal))[property.Length..].Replace("T", "", StringComparison.Ordinal).TrimEnd('Z'), System.Globalization.CultureInfo.InvariantCulture);
}
