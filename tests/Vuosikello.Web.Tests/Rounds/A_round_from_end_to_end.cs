using System.Net;
using NodaTime;
using Vuosikello.Domain.CommentRounds;

namespace Vuosikello.Web.Tests.Rounds;

/// <summary>A comment round as its coordinator and its invited partners see it. Each test has a site of its own: they set its clock.</summary>
public sealed class A_round_from_end_to_end : IDisposable
{
    private const int Year = 2031;
    private readonly Site _site = new();
    private readonly Instant _closes = Site.Today + Duration.FromDays(10);

    [Fact]
    public async Task It_opens_by_itself_is_stated_on_closes_by_itself_is_answered_and_summed_up()
    {
        var (coordinator, tuusula) = await People();
        string round = await Opened(coordinator, "Toimintapaketti");
        string[] clauses = await tuusula.Clauses(round);

        Assert.Equal(HttpStatusCode.SeeOther, (await tuusula.Save(clauses[0], "InFavour", "")).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await tuusula.Save(clauses[1], "Against", "Ajankohta ei sovi meille.")).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await tuusula.Post($"{round}/statement")).Status);
        Assert.Contains("Lausuntoja annettu: 1. Kumppaneita, joilta pyydettiin: 2.", (await coordinator.Get(round)).Text, StringComparison.Ordinal);

        await Close(round, tuusula);
        string answers = (await coordinator.Get($"{round}/answers")).Text;
        Assert.Contains("Ajankohta ei sovi meille.", answers, StringComparison.Ordinal);
        var answered = await coordinator.Post($"{round}/answers",
            ("partner", "tuusula"), ("clause", clauses[1][^36..]), ("kind", "NotAccepted"), ("reason", "Muuta aikaa ei ole."), ("lang", "fi"));
        Assert.Equal(HttpStatusCode.SeeOther, answered.Status);

        var kerava = await RoundVisitor.In(_site, RoundVisitor.EditorOfKerava);
        string summary = (await kerava.Get($"{round}/summary")).Text;
        Assert.Contains("Ajankohta ei sovi meille.", summary, StringComparison.Ordinal);
        Assert.Contains("Muuta aikaa ei ole.", summary, StringComparison.Ordinal);
        Assert.Matches("Eivät lausuneet</dt>\\s*<dd>Keravan kaupunki", summary);
    }

    [Fact]
    public async Task Nobody_else_reads_a_draft_and_nobody_a_statement_before_the_round_has_closed()
    {
        const string secret = "Tämä on vain meille.";
        var (coordinator, tuusula) = await People();
        string round = await Opened(coordinator, "Salaisuus");
        string[] clauses = await tuusula.Clauses(round);
        await tuusula.Save(clauses[0], "InFavour", secret);
        await tuusula.Post($"{round}/statement");
        var kerava = await RoundVisitor.In(_site, RoundVisitor.EditorOfKerava);
        var reader = await RoundVisitor.In(_site, RoundVisitor.Reader);

        foreach (var somebody in new[] { coordinator, kerava, reader })
            foreach (string page in new[] { "/kuuma-seutu/rounds", round, $"{round}/statement", clauses[0], $"{round}/answers", $"{round}/summary" })
                Assert.DoesNotContain(secret, (await somebody.Get(page)).Text, StringComparison.Ordinal);
        foreach (string page in new[] { $"{round}/statement", clauses[0] })
            Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), ((await coordinator.Get(page)).Status, (await reader.Get(page)).Status));
        Assert.Equal(HttpStatusCode.NotFound, (await coordinator.Get($"{round}/summary")).Status);
        Assert.Contains(secret, (await tuusula.Get(clauses[0])).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_people_of_one_partner_write_one_statement_and_neither_loses()
    {
        var (coordinator, _) = await People();
        string round = await Opened(coordinator, "Kaksin");
        var editor = await RoundVisitor.In(_site, RoundVisitor.EditorOfKerava);
        var signatory = await RoundVisitor.In(_site, RoundVisitor.SignatoryOfKerava);
        string[] clauses = await editor.Clauses(round);
        string version = (await editor.Get(clauses[0])).Html.Split("name=\"version\" value=\"")[1].Split('"')[0];

        await signatory.Save(clauses[0], "InFavour", "Allekirjoittajan sana.");
        var clashed = await editor.Post(clauses[0], ("version", version), ("stance", "Against"), ("text", "Muokkaajan sana."), ("lang", "fi"), ("do", "list"));

        Assert.Equal(HttpStatusCode.Conflict, clashed.Status);
        Assert.Contains("Allekirjoittajan sana.", clashed.Text, StringComparison.Ordinal);
        Assert.Contains(">Muokkaajan sana.</textarea>", clashed.Text, StringComparison.Ordinal);
        await editor.Save(clauses[1], "InFavour", "");
        Assert.Contains("Allekirjoittajan sana.", (await editor.Get($"{round}/statement")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_statement_that_comes_at_the_second_of_the_closing_is_refused_and_stays_as_a_draft()
    {
        var (coordinator, tuusula) = await People();
        string round = await Opened(coordinator, "Viime hetki");
        string[] clauses = await tuusula.Clauses(round);
        await tuusula.Save(clauses[0], "InFavour", "Viime hetken ajatus.");
        string version = (await tuusula.Get($"{round}/statement")).Html.Split("name=\"version\" value=\"")[1].Split('"')[0];

        _site.Clock.Now = _closes;
        var late = await tuusula.Post($"{round}/statement", ("version", version));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.Status);
        Assert.Contains("Kirjoittamasi on tallessa luonnoksena", late.Text, StringComparison.Ordinal);
        Assert.Contains("Viime hetken ajatus.", (await tuusula.Get($"{round}/statement")).Text, StringComparison.Ordinal);

        await coordinator.Post(round, [("do", "late"), ("partner", "tuusula"), .. RoundVisitor.Moment("until", _closes + Duration.FromDays(2))]);
        Assert.Equal(HttpStatusCode.SeeOther, (await tuusula.Post($"{round}/statement")).Status);
        Assert.Contains("Lausunut myöhässä", (await coordinator.Get(round)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_not_stated_is_reminded_on_its_pages()
    {
        var (coordinator, tuusula) = await People();
        string round = await Opened(coordinator, "Muistutus");
        Assert.Contains("Organisaatioltasi pyydetään lausuntoa", (await tuusula.Get("/kuuma-seutu/rounds")).Text, StringComparison.Ordinal);

        _site.Clock.Now = _closes - Duration.FromDays(6);
        await tuusula.Save((await tuusula.Clauses(round))[0], "InFavour", "");
        await _site.UntilRound(round, state => state.RemindedFor is not null);
        Assert.Contains("Muistutus: organisaatiosi ei ole vielä lausunut.", (await tuusula.Get("/kuuma-seutu/rounds")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Muistutus: organisaatiosi", (await coordinator.Get("/kuuma-seutu/rounds")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_plan_keeps_what_was_typed_and_links_to_what_is_wrong()
    {
        var (coordinator, _) = await People();

        var refused = await coordinator.Post("/kuuma-seutu/rounds/new", "/kuuma-seutu/rounds/new",
            [("title.fi", "Ei ketään"), ("year", "2010"), .. RoundVisitor.Moment("opens", _closes), .. RoundVisitor.Moment("closes", Site.Today), ("remindBefore", "huomenna")]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("value=\"Ei ketään\"", refused.Text, StringComparison.Ordinal);
        Assert.Contains("href=\"#field-remindBefore\"", refused.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_round_tells_who_opened_it_and_counts_alike_on_its_page_in_the_list_and_in_the_statement()
    {
        var (coordinator, tuusula) = await People();
        string round = await Opened(coordinator, "Yhdellä mitalla");

        foreach (string page in new[] { round, "/kuuma-seutu/rounds" })
            Assert.Contains("Lausuntoja annettu: 0. Kumppaneita, joilta pyydettiin: 2.", (await coordinator.Get(page)).Text, StringComparison.Ordinal);
        Assert.Matches("Kierroksen suunnitteli</dt>\\s*<dd>Koordinaattori, KUUMA-seutu, 22.11.2026 klo 12.00", (await tuusula.Get(round)).Text);
        Assert.Matches("Kierroksen avasi</dt>\\s*<dd>Vuosikello \\(automaattinen\\)", (await tuusula.Get(round)).Text);
        string[] clauses = await tuusula.Clauses(round);
        Assert.Contains($"Kohta 1, yhteensä {clauses.Length}", (await tuusula.Get(clauses[0])).Text, StringComparison.Ordinal);
        Assert.Contains($"Kantoja merkitty: 0. Kohtia kaikkiaan: {clauses.Length}.", (await tuusula.Get($"{round}/statement")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("yhteensä", (await tuusula.Get($"{round}/statement?clause=general")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_it_opens_the_coordinator_sees_who_is_asked_and_changes_it()
    {
        var (coordinator, tuusula) = await People();
        string round = await coordinator.Plan("Vasta tulossa", [("agreements", "kesapiha"), ("rules", "yes")], Site.Today + Duration.FromDays(1), _closes);

        string page = (await coordinator.Get(round)).Text;
        Assert.Contains("Kumppaneita, joilta lausuntoa pyydetään kierroksen avautuessa: 2.", page, StringComparison.Ordinal);
        Assert.Contains($"href=\"{round}/plan#field-invited\"", page, StringComparison.Ordinal);
        Assert.Contains("Kesäpiha kaikille", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Sopimus kesapiha", page, StringComparison.Ordinal);
        Assert.DoesNotContain("#field-invited", (await tuusula.Get(round)).Html, StringComparison.Ordinal);

        var changed = await coordinator.Post($"{round}/plan",
            [("title.fi", "Vasta tulossa"), ("rules", "yes"), ("invited", "kerava"), .. RoundVisitor.Moment("opens", Site.Today + Duration.FromDays(1)), .. RoundVisitor.Moment("closes", _closes)]);
        Assert.Equal(HttpStatusCode.SeeOther, changed.Status);
        Assert.Contains("Kumppaneita, joilta lausuntoa pyydetään kierroksen avautuessa: 1.", (await coordinator.Get(round)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_front_page_asks_for_the_statement_until_it_is_sent_and_nobody_else_for_it()
    {
        var (coordinator, tuusula) = await People();
        string round = await Opened(coordinator, "Etusivulla");
        var (reader, nobody) = (await RoundVisitor.In(_site, RoundVisitor.Reader), await _site.Visit());

        Assert.Contains($"href=\"{round}/statement\">Anna organisaatiosi lausunto 2.12.2026 klo 12.00 mennessä</a>: <span>Etusivulla", (await tuusula.Get("/")).Text.Replace("<span lang=\"fi\">", "<span>", StringComparison.Ordinal), StringComparison.Ordinal);
        foreach (string html in new[] { (await coordinator.Get("/")).Text, (await reader.Get("/")).Text, (await nobody.Get("/")).Text })
            Assert.DoesNotContain("Etusivulla", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Odottaa sinua", (await nobody.Get("/")).Text, StringComparison.Ordinal);

        await tuusula.Save((await tuusula.Clauses(round))[0], "InFavourWithChanges", "Toisin.");
        await tuusula.Post($"{round}/statement");
        Assert.DoesNotContain("Etusivulla", (await tuusula.Get("/")).Text, StringComparison.Ordinal);

        await Close(round, tuusula);
        Assert.Contains($"{round}/answers?show=open\">Vastaa lausuntojen huomautuksiin</a>", (await coordinator.Get("/")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Vastaa lausuntojen", (await tuusula.Get("/")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_service_did_is_told_apart_from_what_people_changed()
    {
        var (coordinator, tuusula) = await People();
        await tuusula.Post("/kuuma-seutu/changes", ("position", "99999999"));
        string round = await coordinator.Plan("Kuka teki", [("rules", "yes")], Site.Today + Duration.FromDays(1), _closes);
        await coordinator.Post(round, ("do", "open"));

        string changes = (await tuusula.Get("/kuuma-seutu/changes")).Text;

        Assert.Contains("Muutoksia 2, kohteita 1.", changes, StringComparison.Ordinal);
        Assert.Contains("Palvelun itse tekemät muutokset: 1", changes, StringComparison.Ordinal);
        Assert.Contains("Muutoksia viime käyntisi jälkeen: 2", (await tuusula.Get("/")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_public_and_members_of_other_partnerships_see_no_rounds()
    {
        var (coordinator, tuusula) = await People();
        string round = await Opened(coordinator, "Omassa piirissä");
        var elsewhere = await RoundVisitor.In(_site, "0c5a3f10-7a51-4d0b-8a61-000000000005");

        Assert.Equal(HttpStatusCode.Redirect, (await (await _site.Visit()).Get(round)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await elsewhere.Get(round)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await tuusula.Get("/kuuma-seutu/rounds/new")).Status);
    }

    private async Task<(RoundVisitor Coordinator, RoundVisitor Tuusula)> People() =>
        (await RoundVisitor.In(_site, Site.CoordinatorOfKuuma), await RoundVisitor.In(_site, Site.EditorOfTuusula));

    private async Task<string> Opened(RoundVisitor coordinator, string title)
    {
        var api = await ApiVisitor.SignIn(_site);
        await api.Draft(Year);
        foreach (string activity in new[] { "Kysely", "Työpaja", "Seminaari" })
            await api.Plan(Year, new { title = new { fi = activity }, time = new { kind = "months", first = $"{Year}-02", last = $"{Year}-03" } });
        string round = await coordinator.Plan(title, Year, Site.Today - Duration.FromMinutes(1), _closes);
        await _site.UntilRound(round, state => state.Phase == RoundPhase.Open);
        return round;
    }

    // The clock passes the closing; anything that happens to the round makes the server look at it.
    private async Task Close(string round, RoundVisitor somebody)
    {
        _site.Clock.Now = _closes;
        await somebody.Save((await somebody.Clauses(round))[2], "NothingToState", "");
        await _site.UntilRound(round, state => state.Phase == RoundPhase.Closed);
    }

    public void Dispose() => _site.Dispose();
}
