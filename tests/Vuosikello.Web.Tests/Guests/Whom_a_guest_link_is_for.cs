using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Vuosikello.Domain;

namespace Vuosikello.Web.Tests.Guests;

/// <summary>For one organisation without an account, in one round, until it ends: for nobody and nothing else.</summary>
public sealed class Whom_a_guest_link_is_for : GuestLinkScene
{
    [Fact]
    public async Task One_that_was_taken_back_or_never_was_tells_nothing_of_the_round()
    {
        string link = await Make();
        var guest = await Server.Visit();
        string clause = Clauses(await guest.Get(link), link)[0];
        var form = await guest.Form(clause);
        form["text"] = ["Liian myöhään."];
        var coordinator = await Server.Visit(Site.CoordinatorOfKuuma);
        Assert.Equal(HttpStatusCode.SeeOther, (await coordinator.Post($"{Round}/guest-links/revoke", await coordinator.Form(Round, $"action=\"{Round}/guest-links/revoke\""))).Status);
        Assert.Contains("Peruttu.", (await coordinator.Get(Round)).Text, StringComparison.Ordinal);

        foreach (string gone in new[] { link, clause, $"{Round}/guest/{new string('x', 43)}", $"/kuuma-seutu/rounds/ei-ole/guest/{new string('x', 43)}", $"/ei-ole/rounds/ei-ole/guest/x" })
        {
            var answer = await guest.Get(gone);
            Assert.Equal(HttpStatusCode.NotFound, answer.Status);
            Assert.Contains("Tällaista linkkiä ei ole, tai se on peruttu.", answer.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("Kesäpiha", answer.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("KUUMA", answer.Text, StringComparison.Ordinal);
        }
        var late = await guest.Post(clause, form);
        Assert.Equal(HttpStatusCode.NotFound, late.Status);
        Assert.Contains(">Liian myöhään.</textarea>", late.Text, StringComparison.Ordinal);
        Assert.Null(State().StatementOf(new("nurmijarvi")));
    }

    [Fact]
    public async Task After_the_closing_it_takes_nothing_and_shows_what_was_typed()
    {
        string link = await Make();
        var guest = await Server.Visit();
        string clause = Clauses(await guest.Get(link), link)[0];
        var form = await guest.Form(clause);
        (form["stance"], form["text"], form["do"]) = (["InFavour"], ["Juuri ja juuri."], ["list"]);

        Server.Clock.Now = State().Plan.Closes;
        var late = await guest.Post(clause, form);

        Assert.Equal(HttpStatusCode.Gone, late.Status);
        Assert.Contains("Kierros sulkeutui", late.Text, StringComparison.Ordinal);
        Assert.Contains(">Juuri ja juuri.</textarea>", late.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Gone, (await guest.Get(link)).Status);
        Assert.DoesNotContain("Viimeinen käyttäjä siistii pihan.", (await guest.Get(link)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_organisation_with_people_of_its_own_states_through_them_alone()
    {
        string link = await Make();
        var guest = await Server.Visit();
        string clause = Clauses(await guest.Get(link), link)[0];
        await Save(guest, clause, "InFavour", "Vieraan luonnos.");
        var api = await ApiVisitor.SignIn(Server);
        Assert.Equal(200, (await api.Ask("POST", $"/api/partnerships/kuuma-seutu/members/{Reader}/roles", new { role = "editor", partner = "nurmijarvi" })).Status);

        var answer = await guest.Get(link);
        Assert.Equal(HttpStatusCode.Gone, answer.Status);
        Assert.Contains("Nurmijärven kunta antaa lausuntonsa nyt omien kirjoittajiensa tunnuksilla", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Vieraan luonnos.", answer.Text, StringComparison.Ordinal);
        var editor = await Server.Visit(Reader);
        Assert.Contains("Vieraan luonnos.", (await editor.Get($"{Round}/statement")).Text, StringComparison.Ordinal);
        Assert.Equal(422, (await api.Ask("POST", "/api/partnerships/kuuma-seutu/rounds/kesapiha/guest-links", new { partner = "nurmijarvi" })).Status);
    }

    [Fact]
    public async Task When_its_people_have_gone_again_it_shows_and_sends_what_was_drafted_by_links_alone()
    {
        string link = await Make();
        var guest = await Server.Visit();
        string[] clauses = Clauses(await guest.Get(link), link);
        await Save(guest, clauses[0], "InFavour", "Vieraan luonnos.");
        var api = await ApiVisitor.SignIn(Server);
        string roles = $"/api/partnerships/kuuma-seutu/members/{Reader}/roles";
        Assert.Equal(200, (await api.Ask("POST", roles, new { role = "editor", partner = "nurmijarvi" })).Status);
        string own = clauses[1].Replace(link, $"{Round}/statement", StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await Save(await Server.Visit(Reader), own, "Against", "Talon sisäinen kanta.")).Status);
        Assert.Equal(200, (await api.Ask("POST", $"{roles}/end", new { role = "editor", partner = "nurmijarvi" })).Status);

        foreach (string page in new[] { link, clauses[1] }) Assert.DoesNotContain("Talon sisäinen kanta.", (await guest.Get(page)).Text, StringComparison.Ordinal);
        Assert.Contains("Vieraan luonnos.", (await guest.Get(link)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await Send(guest, link)).Status);

        Assert.Equal(["Vieraan luonnos."], Stated().Sent!.Stands.Select(stand => stand.Text.In("fi")));
        Assert.Equal(2, Stated().Draft.Count);
    }

    [Fact]
    public async Task It_opens_nothing_else_and_its_drafts_are_read_by_nobody_else()
    {
        string link = await Make();
        var guest = await Server.Visit();
        string clause = Clauses(await guest.Get(link), link)[0];
        await Save(guest, clause, "Against", "Vain meille.");

        foreach (string elsewhere in new[] { "/kuuma-seutu/rounds", Round, $"{Round}/statement", $"{Round}/answers" })
            Assert.NotEqual(HttpStatusCode.OK, (await guest.Get(elsewhere)).Status);
        Assert.DoesNotContain("/kuuma-seutu/rounds/kesapiha\"", (await guest.Get(link)).Html, StringComparison.Ordinal);
        Assert.DoesNotContain("partnership-nav", (await guest.Get(link)).Html, StringComparison.Ordinal);
        foreach (string member in new[] { Site.CoordinatorOfKuuma, Site.EditorOfTuusula, Reader })
            foreach (string page in new[] { Round, $"{Round}/statement", $"{Round}/answers", "/kuuma-seutu/history" })
                Assert.DoesNotContain("Vain meille.", (await (await Server.Visit(member)).Get(page)).Text, StringComparison.Ordinal);
        var api = await ApiVisitor.SignIn(Server, null);
        Assert.Equal(401, (await api.Ask("GET", "/api/partnerships/kuuma-seutu/rounds/kesapiha/guest-links")).Status);
    }

    [Fact]
    public async Task Only_the_coordinator_makes_one_and_its_address_is_told_once()
    {
        var editor = await ApiVisitor.SignIn(Server, Site.EditorOfTuusula);
        Assert.Equal(403, (await editor.Ask("POST", "/api/partnerships/kuuma-seutu/rounds/kesapiha/guest-links", new { partner = "nurmijarvi" })).Status);
        Assert.Equal(403, (await editor.Ask("GET", "/api/partnerships/kuuma-seutu/rounds/kesapiha/guest-links")).Status);
        Assert.DoesNotContain("Vieraslinkit", (await (await Server.Visit(Site.EditorOfTuusula)).Get(Round)).Text, StringComparison.Ordinal);

        var coordinator = await ApiVisitor.SignIn(Server);
        await coordinator.Ask("POST", "/api/partnerships/kuuma-seutu/rounds/kesapiha/invite", new { partners = new[] { "nurmijarvi" } });
        string key = Guid.NewGuid().ToString();
        var (status, made) = await coordinator.Ask("POST", "/api/partnerships/kuuma-seutu/rounds/kesapiha/guest-links", new { partner = "nurmijarvi" }, key);
        Assert.Equal(201, status);
        Assert.Matches($"{Round}/guest/[A-Za-z0-9_-]{{43}}$", made.GetProperty("address").GetString());
        var again = (await coordinator.Ask("POST", "/api/partnerships/kuuma-seutu/rounds/kesapiha/guest-links", new { partner = "nurmijarvi" }, key)).Body;
        Assert.False(again.TryGetProperty("address", out var address) && address.ValueKind == JsonValueKind.String);
        Assert.Single((await coordinator.Get("/api/partnerships/kuuma-seutu/rounds/kesapiha/guest-links")).EnumerateArray());
    }
}
