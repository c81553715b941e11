using NodaTime;
using Vuosikello.Domain;
using Vuosikello.Domain.Activities;
using Vuosikello.Events;
using Vuosikello.Projections.CalendarLinks;
using Vuosikello.Projections.Feeds;
using Vuosikello.TestKit;

namespace Vuosikello.Projections.Tests.CalendarLinks;

public sealed class What_is_mine
{
    private static readonly MemberId Aino = new(new Guid(1, 0, 0, new byte[8]));
    private static readonly ActivityTime Day = new ActivityTime.Days(new(2026, 5, 20), new(2026, 5, 20));
    private static readonly ActivityTime Summer = new ActivityTime.Months(new(2026, 6), new(2026, 8));

    private static ActivityDetails Details(string title, ActivityTime time) => new(new(title), time, LocalText.Empty, [], [], null, [], null, [], null);

    private static Responsible By(PartnerId? partner = null, MemberId? person = null) => new(new LocalText("vastaava"), partner, person);

    private static async Task<ActivityId> Plan(PrivateScene scene, int number, ActivityDetails details, params IEvent[] then)
    {
        var id = new ActivityId(new Guid(number, 7, 0, new byte[8]));
        var cycle = new CycleId(PrivateScene.Here, 2026);
        await scene.Happens(Streams.Of(id), [new ActivityPlanned(id, cycle, details), .. then]);
        return id;
    }

    private static async Task<string[]> Told(PrivateScene scene, FeedChoice? choice = null, params PartnerId[] partners) =>
        PrivateScene.Told(scene.Render(await scene.Mine(Aino, partners), choice).Feed);

    [Fact]
    public async Task It_is_what_I_or_my_organisation_answers_for_or_takes_part_in()
    {
        await using var scene = await PrivateScene.Begin();
        await Plan(scene, 1, Details("Oma", Day) with { Responsible = By(person: Aino) });
        await Plan(scene, 2, Details("Kunnan", Day) with { Responsible = By(AgreementSamples.Tuusula) });
        await Plan(scene, 3, Details("Mukana", Day) with { Responsible = By(AgreementSamples.Kerava), Participants = [AgreementSamples.Tuusula] });
        await Plan(scene, 4, Details("Muiden", Day) with { Responsible = By(AgreementSamples.Kerava) });
        await Plan(scene, 5, Details("Ei kenenkään", Day));

        Assert.Equal(["20260520 Oma"], await Told(scene));
        Assert.Equal(["20260520 Kunnan", "20260520 Mukana", "20260520 Oma"], await Told(scene, null, AgreementSamples.Tuusula));
    }

    [Fact]
    public async Task The_last_day_to_register_is_an_event_of_its_own_unless_it_is_not_wanted()
    {
        await using var scene = await PrivateScene.Begin();
        var registered = Details("Foorumi", Day) with { Responsible = By(person: Aino), Registration = new(null, new RegistrationDeadline.Before(7)) };
        await Plan(scene, 1, registered);
        await Plan(scene, 2, registered with { Title = new("Peruttu") }, new ActivityCancelled(new LocalText("Sade")));

        Assert.Equal(
            ["20260520 Foorumi", "20260513 Ilmoittautuminen päättyy: Foorumi", "20260520 PERUTTU: Peruttu", "20260513 PERUTTU: Ilmoittautuminen päättyy: Peruttu"], await Told(scene));
        Assert.Equal(["20260520 Foorumi", "20260520 PERUTTU: Peruttu"], await Told(scene, FeedChoice.In("fi")));
    }

    [Fact]
    public async Task A_cancelled_activity_goes_a_year_after_it_was_cancelled()
    {
        await using var scene = await PrivateScene.Begin();
        await Plan(scene, 1, Details("Peruttu", Day) with { Responsible = By(person: Aino) }, new ActivityCancelled(new LocalText("Sade")));

        var rendered = scene.Render(await scene.Mine(Aino));

        Assert.Single(PrivateScene.Told(rendered.Feed));
        scene.Now = Instant.FromUtc(2026, 12, 31, 22, 0);
        Assert.Empty(await Told(scene));
        Assert.Equal(scene.Now, rendered.Until);
    }

    [Fact]
    public async Task One_that_was_withdrawn_is_told_as_such()
    {
        await using var scene = await PrivateScene.Begin();
        await Plan(scene, 1, Details("Vahinko", Day) with { Responsible = By(person: Aino) }, new ActivityWithdrawn());

        Assert.Equal(["20260520 POISTETTU: Vahinko"], await Told(scene));
    }

    [Fact]
    public async Task Months_and_several_days_are_left_out_when_they_are_not_wanted()
    {
        await using var scene = await PrivateScene.Begin();
        await Plan(scene, 1, Details("Päivä", Day) with { Responsible = By(person: Aino) });
        await Plan(scene, 2, Details("Kesä", Summer) with { Responsible = By(person: Aino) });

        Assert.Equal(["20260520 Päivä"], await Told(scene, FeedChoice.In("fi") with { Spans = false }));
    }

    [Fact]
    public async Task The_agreements_of_my_organisation_are_mine_and_its_commitments()
    {
        await using var scene = await PrivateScene.Begin();
        await scene.InForce(new(new LocalDate(2026, 3, 1), new LocalDate(2026, 12, 31)), null);

        Assert.Equal(["20261231 Sopimus päättyy: Tilojen käyttö"], await Told(scene, null, AgreementSamples.Kerava));
        Assert.Equal(["20261130 Sitoumus: Raportoi tilojen käytöstä", "20261231 Sopimus päättyy: Tilojen käyttö"], await Told(scene, null, AgreementSamples.Tuusula));
        Assert.Empty(await Told(scene, null, AgreementSamples.Associations));
    }

    [Fact]
    public async Task What_waits_is_there_until_it_waits_no_longer()
    {
        await using var scene = await PrivateScene.Begin();
        var until = Instant.FromUtc(2026, 11, 30, 14, 0);
        var waits = new DatedEntry("x", EntryKind.Statement, new LocalText("Kierros"), DatedEntry.Until(until), "kuuma-seutu/rounds/x/statement", scene.Now, scene.Now);

        var rendered = scene.Render(await scene.Mine(Aino, [(waits, until)]));

        Assert.Equal(["20261130T133000Z Lausunto lähetettävä: Kierros"], PrivateScene.Told(rendered.Feed));
        Assert.Contains("URL:https://vuosikello.example/kuuma-seutu/rounds/x/statement", PrivateScene.Lines(rendered.Feed));
        Assert.Equal(until, rendered.Until);
    }

    [Fact]
    public async Task Nothing_of_it_names_the_address_that_leads_there()
    {
        await using var scene = await PrivateScene.Begin();

        var feed = scene.Render(await scene.Mine(Aino)).Feed;

        Assert.DoesNotContain(PrivateScene.Lines(feed), line => line.StartsWith("SOURCE", StringComparison.Ordinal));
        Assert.Equal(("KUUMA-seutu – oma kalenteri", "kuuma-seutu-oma.ics", 0), (feed.Title, feed.FileName, feed.Events));
    }
}
