using System.Net;
using NodaTime;
using Vuosikello.Domain.CommentRounds;

namespace Vuosikello.Web.Tests.Rounds;

/// <summary>What somebody would otherwise learn too late. Each test has a site of its own: they open rounds.</summary>
public sealed class What_the_pages_of_a_round_say_in_time : IDisposable
{
    private const string SteeringMember = "0c5a3f10-7a51-4d0b-8a61-000000000010";

    private readonly Site _site = new();
    private readonly Instant _closes = Site.Today + Duration.FromDays(5);

    [Fact]
    public async Task A_clause_that_cannot_be_sent_yet_is_saved_and_says_what_it_lacks()
    {
        var (round, _, tuusula) = await Opened();
        string[] clauses = await tuusula.Clauses(round);
        string before = (await tuusula.Get($"{round}/statement")).Text;

        Assert.Equal(HttpStatusCode.SeeOther, (await tuusula.Save(clauses[0], "Against", "")).Status);
        string withoutReason = (await tuusula.Get($"{round}/statement")).Text;
        Assert.Equal(HttpStatusCode.SeeOther, (await tuusula.Save(clauses[1], "", "Liian myöhään illalla.")).Status);
        string withoutStance = (await tuusula.Get($"{round}/statement")).Text;

        Assert.DoesNotContain("täydennettävä", before, StringComparison.Ordinal);
        Assert.Contains("miksi ette puolla", withoutReason, StringComparison.Ordinal);
        Assert.Contains("Ennen lähettämistä on täydennettävä kohtia: 1.", withoutReason, StringComparison.Ordinal);
        Assert.Contains(">Perustelu puuttuu</a>", withoutReason, StringComparison.Ordinal);
        Assert.Contains("valittava kanta", withoutStance, StringComparison.Ordinal);
        Assert.Contains("Ennen lähettämistä on täydennettävä kohtia: 2.", withoutStance, StringComparison.Ordinal);
        Assert.Contains(">Valitse vielä kanta</a>", withoutStance, StringComparison.Ordinal);
        Assert.Contains("Liian myöhään illalla.", withoutStance, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sending_is_the_first_thing_to_do_only_when_there_is_something_to_send()
    {
        var (round, _, tuusula) = await Opened();

        Assert.Matches("data-variant=\"secondary\" type=\"submit\">Lähetä lausunto", (await tuusula.Get($"{round}/statement")).Text);
        await tuusula.Save((await tuusula.Clauses(round))[0], "InFavour", "");
        Assert.Matches("<button class=\"ds-button\" type=\"submit\">Lähetä lausunto", (await tuusula.Get($"{round}/statement")).Text);
    }

    [Fact]
    public async Task A_round_that_opens_at_once_says_so_and_which_reminders_it_has_no_room_for()
    {
        var (round, coordinator, _) = await Opened();

        string page = (await coordinator.Get(round)).Text;

        Assert.Contains("joten se avautuu heti.", page, StringComparison.Ordinal);
        Assert.Matches("Ei muistutuksia. Kierroksen aikaan eivät mahdu muistutukset, joiden piti lähteä näin monta päivää ennen sulkeutumista: 7\\.", page);
    }

    [Fact]
    public async Task What_is_commented_on_is_a_link_and_an_agreement_shows_the_rest_of_itself_as_it_was()
    {
        var (round, coordinator, _) = await Opened();

        string page = (await coordinator.Get(round)).Text;

        Assert.Contains("href=\"/kuuma-seutu/rules\">Pelisäännöt</a>", page, StringComparison.Ordinal);
        string kesapiha = (await coordinator.Get("/kuuma-seutu/rounds/kesapiha")).Text;
        Assert.Contains("<a class=\"ds-link\" href=\"/kuuma-seutu/agreements/kesapiha\">Kesäpiha kaikille</a>", kesapiha, StringComparison.Ordinal);
        string address = WebUtility.HtmlDecode(kesapiha.Split("frozen-more\"><a class=\"ds-link\" href=\"")[1].Split('"')[0]);
        Assert.StartsWith("/kuuma-seutu/agreements/kesapiha?at=", address, StringComparison.Ordinal);
        var then = await coordinator.Get(address);
        Assert.Equal(HttpStatusCode.OK, then.Status);
        Assert.Contains("Mallilan kunta", then.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_front_page_tells_news_apart_from_what_waits()
    {
        var (_, _, _) = await Opened();
        var member = await RoundVisitor.In(_site, SteeringMember);

        string withNews = (await member.Get("/")).Text;
        await member.Post("/kuuma-seutu/changes", ("position", "99999999"));
        string without = (await member.Get("/")).Text;

        Assert.Contains("Tehtäviä ei ole, mutta uutta on:", withNews, StringComparison.Ordinal);
        Assert.DoesNotContain("Mikään ei odota sinua", withNews, StringComparison.Ordinal);
        Assert.Contains("Mikään ei odota sinua", without, StringComparison.Ordinal);
    }

    private async Task<(string Round, RoundVisitor Coordinator, RoundVisitor Tuusula)> Opened()
    {
        var (coordinator, tuusula) = (await RoundVisitor.In(_site, Site.CoordinatorOfKuuma), await RoundVisitor.In(_site, Site.EditorOfTuusula));
        string round = await coordinator.Plan("Ajoissa", [("rules", "yes")], Site.Today - Duration.FromMinutes(1), _closes);
        await _site.UntilRound(round, state => state.Phase == RoundPhase.Open);
        return (round, coordinator, tuusula);
    }

    public void Dispose() => _site.Dispose();
}
