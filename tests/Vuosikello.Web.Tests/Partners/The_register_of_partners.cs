using System.Net;
using System.Text.RegularExpressions;
using NodaTime;

namespace Vuosikello.Web.Tests.Partners;

/// <summary>The register and its cards, in a browser without JavaScript.</summary>
public sealed class The_register_of_partners(Site site) : IClassFixture<Site>
{
    private const string Register = "/kuuma-seutu/partners";

    [Fact]
    public async Task Anybody_searches_it_with_or_without_diacritics()
    {
        var reader = await site.Visit();

        Assert.Contains("nurmijarvi", Found(await reader.Get(Register + "?q=nurmijarvi")));
        Assert.Contains("nurmijarvi", Found(await reader.Get(Register + "?q=Nurmij%C3%A4r")));
        Assert.Empty(Found(await reader.Get(Register + "?q=qqqq")));
        Assert.Contains("Yhtään kumppania ei löytynyt.", (await reader.Get(Register + "?q=qqqq")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_narrowed_down_by_kind_and_what_was_chosen_stays_chosen()
    {
        var page = await (await site.Visit()).Get(Register + "?kind=Municipality");

        Assert.Contains("tuusula", Found(page));
        Assert.DoesNotContain("omenapuu", Found(page));
        Assert.Matches("value=\"Municipality\"[^>]* checked", page.Html);
    }

    [Fact]
    public async Task A_partner_is_added_by_the_coordinator_with_a_name_that_is_taken_too()
    {
        var coordinator = await site.Visit(Site.CoordinatorOfKuuma);
        var form = await coordinator.Form(Register + "/new", "name=\"businessId\"");
        form["name.fi"] = ["Sääksen soittajat"];
        form["businessId"] = ["112038-9"];
        form["registerNumber"] = ["123.456"];
        form["webPage"] = ["https://example.org/soittajat"];

        var added = await coordinator.Post(Register + "/new", form);
        var again = await coordinator.Form(Register + "/new", "name=\"businessId\"");
        again["name.fi"] = ["Sääksen soittajat"];
        var second = await coordinator.Post(Register + "/new", again);

        Assert.Equal(Register + "/saaksen-soittajat", added.Location?.ToString());
        Assert.Equal(Register + "/saaksen-soittajat-2", second.Location?.ToString());
        string card = (await (await site.Visit()).Get(Register + "/saaksen-soittajat")).Text;
        Assert.Contains("0112038-9", card, StringComparison.Ordinal);
        Assert.Contains("123.456", card, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_is_said_at_its_field_and_nothing_typed_is_lost()
    {
        var coordinator = await site.Visit(Site.CoordinatorOfKuuma);
        var form = await coordinator.Form(Register + "/new", "name=\"businessId\"");
        form["name.fi"] = ["Väärä tunnus"];
        form["businessId"] = ["0112038-8"];

        var refused = await coordinator.Post(Register + "/new", form);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("”0112038-8” ei ole Y-tunnus.", refused.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"V&#xE4;&#xE4;r&#xE4; tunnus\"", refused.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Contact_persons_are_shown_to_members_and_to_others_only_where_that_was_chosen()
    {
        var editor = await site.Visit(Site.EditorOfTuusula);
        var form = await editor.Form(Register + "/tuusula/edit", "name=\"businessId\"");
        Contact(form, 0, "kulttuurisihteeri", "Jäsenille Esimerkki", "jasenille@example.org");
        Contact(form, 1, "vahtimestari", "Kaikille Esimerkki", "kaikille@example.org");
        form["contact.1.public"] = ["1"];

        var saved = await editor.Post(Register + "/tuusula/edit", form);

        Assert.Equal(HttpStatusCode.SeeOther, saved.Status);
        string member = (await (await site.Visit(Site.EditorOfAssociations)).Get(Register + "/tuusula")).Text;
        string stranger = (await (await site.Visit()).Get(Register + "/tuusula")).Text;
        Assert.Contains("Jäsenille Esimerkki", member, StringComparison.Ordinal);
        Assert.Contains("kaikille@example.org", stranger, StringComparison.Ordinal);
        Assert.DoesNotContain("Jäsenille Esimerkki", stranger, StringComparison.Ordinal);
        Assert.DoesNotContain("kulttuurisihteeri", stranger, StringComparison.Ordinal);
        string api = (await (await site.Visit()).Get("/api/partnerships/kuuma-seutu/partners/tuusula")).Text;
        Assert.Contains("vahtimestari", api, StringComparison.Ordinal);
        Assert.DoesNotContain("kulttuurisihteeri", api, StringComparison.Ordinal);
        Assert.DoesNotContain("vahtimestari", (await (await site.Visit()).Get("/api/partnerships/kuuma-seutu")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("kulttuurisihteeri", (await (await site.Visit()).Get("/kuuma-seutu/history")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_card_is_confirmed_by_its_organisation_and_by_nobody_elses()
    {
        var editor = await site.Visit(Site.EditorOfAssociations);
        var others = await editor.Get(Register + "/tuusula");
        Assert.DoesNotContain("/tuusula/confirm", others.Html, StringComparison.Ordinal);
        var refused = await editor.Post(Register + "/tuusula/confirm", await editor.Form("/kuuma-seutu/2026/activities/new"));
        Assert.Equal(HttpStatusCode.Forbidden, refused.Status);

        var signatory = await site.Visit(Site.SignatoryOfTuusula);
        var confirmed = await signatory.Post(Register + "/tuusula/confirm", await signatory.Form(Register + "/tuusula", "/tuusula/confirm"));
        Assert.Equal(HttpStatusCode.SeeOther, confirmed.Status);
        Assert.Contains("Tiedot vahvistettu 22.11.2026", (await (await site.Visit()).Get(Register + "/tuusula")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_coordinator_says_what_kind_of_organisation_it_is()
    {
        var signatory = await site.Visit(Site.SignatoryOfKerava);
        var form = await signatory.Form(Register + "/kerava/edit", "name=\"businessId\"");
        Assert.DoesNotContain("kind", form.Keys);
        form["kind"] = ["Company"];

        Assert.Equal(HttpStatusCode.Forbidden, (await signatory.Post(Register + "/kerava/edit", form)).Status);
    }

    [Fact]
    public async Task Two_who_change_different_things_of_one_card_both_have_their_way_and_of_the_same_thing_the_second_chooses()
    {
        await using var own = new Site();
        var (coordinator, editor) = (await own.Visit(Site.CoordinatorOfKuuma), await own.Visit(Site.EditorOfTuusula));
        var first = await coordinator.Form(Register + "/tuusula/edit", "name=\"businessId\"");
        var second = await editor.Form(Register + "/tuusula/edit", "name=\"businessId\"");
        var third = await editor.Form(Register + "/tuusula/edit", "name=\"businessId\"");
        first["webPage"] = ["https://example.org/ensin"];
        await coordinator.Post(Register + "/tuusula/edit", first);

        second["registerNumber"] = ["77"];
        Assert.Equal(HttpStatusCode.SeeOther, (await editor.Post(Register + "/tuusula/edit", second)).Status);
        string card = (await editor.Get(Register + "/tuusula")).Text;
        Assert.Contains("https://example.org/ensin", card, StringComparison.Ordinal);
        Assert.Contains("77", card, StringComparison.Ordinal);

        third["webPage"] = ["https://example.org/toisena"];
        var asked = await editor.Post(Register + "/tuusula/edit", third);
        Assert.Equal(HttpStatusCode.Conflict, asked.Status);
        Assert.Contains("Koordinaattori, KUUMA", asked.Text, StringComparison.Ordinal);
        Assert.Contains("<dd>https://example.org/ensin</dd>", asked.Html, StringComparison.Ordinal);
        var chosen = await editor.Post(Register + "/tuusula/edit", Visitor.FormWith(asked.Html, "name=\"businessId\""));
        Assert.Equal(HttpStatusCode.SeeOther, chosen.Status);
        Assert.Contains("https://example.org/toisena", (await editor.Get(Register + "/tuusula")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_who_name_contact_persons_lose_nothing_of_each_other_and_it_is_noted_who_named_whom()
    {
        await using var own = new Site();
        var (coordinator, editor) = (await own.Visit(Site.CoordinatorOfKuuma), await own.Visit(Site.EditorOfTuusula));
        var form = await coordinator.Form(Register + "/tuusula/edit", "name=\"businessId\"");
        Contact(form, 0, "sihteeri", "Ensin Esimerkki", "ensin@example.org");
        Contact(form, 1, "vahtimestari", "Vahti Esimerkki", "vahti@example.org");
        await coordinator.Post(Register + "/tuusula/edit", form);
        var (second, third) = (await editor.Form(Register + "/tuusula/edit", "name=\"businessId\""), await editor.Form(Register + "/tuusula/edit", "name=\"businessId\""));
        var api = await ApiVisitor.SignIn(own);
        string address = $"/api/partnerships/kuuma-seutu/partners/tuusula/contacts/{second["contact.0.id"][0]}/person";
        Assert.Equal(204, (await api.Ask("PUT", address, new { name = "Toinen Esimerkki" })).Status);

        second["webPage"] = ["https://example.org/sivu"];
        Assert.Equal(HttpStatusCode.SeeOther, (await editor.Post(Register + "/tuusula/edit", second)).Status);
        string card = (await editor.Get(Register + "/tuusula")).Text;
        Assert.Contains("Toinen Esimerkki", card, StringComparison.Ordinal);
        Assert.Contains("Vahti Esimerkki", card, StringComparison.Ordinal);
        own.Clock.Now += Duration.FromMinutes(1);
        third["contact.0.person"] = ["Kolmas Esimerkki"];
        var asked = await editor.Post(Register + "/tuusula/edit", third);
        Assert.Equal(HttpStatusCode.Conflict, asked.Status);
        Assert.Contains("Nyt siinä lukee: Toinen Esimerkki.", asked.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await editor.Post(Register + "/tuusula/edit", Visitor.FormWith(asked.Html, "name=\"businessId\""))).Status);
        Assert.Contains("Kolmas Esimerkki", (await editor.Get(Register + "/tuusula")).Text, StringComparison.Ordinal);

        var noted = (await (await ApiVisitor.SignIn(own, Site.Administrator)).Get("/api/audit?kind=contact-person-changed")).GetProperty("entries").EnumerateArray();
        Assert.Equal(
            [Site.EditorOfTuusula, Site.CoordinatorOfKuuma, Site.CoordinatorOfKuuma],
            noted.Where(entry => entry.GetProperty("what").GetString() == $"tuusula/{second["contact.0.id"][0]}").Select(entry => entry.GetProperty("by").GetString()));
    }

    [Fact]
    public async Task Nobodys_name_is_put_on_a_card_by_their_id()
    {
        var coordinator = await ApiVisitor.SignIn(site);
        var contact = new { id = Guid.Parse("5f0e7a52-7d1c-4a43-9a2e-0d3b5c6e7f01"), role = new { fi = "sihteeri" }, visibility = "members", member = Site.SteeringGroup };
        var card = new { id = "salainen-seura", kind = "association", name = new { fi = "Salainen seura" }, areas = Array.Empty<string>(), themes = Array.Empty<string>(), contacts = new[] { contact } };

        var (status, body) = await coordinator.Ask("POST", "/api/partnerships/kuuma-seutu/partners", card);

        Assert.Equal(422, status);
        Assert.Contains("contact-holds-no-role", body.ToString(), StringComparison.Ordinal);
    }

    private static void Contact(Dictionary<string, string[]> form, int row, string role, string name, string email)
    {
        form[$"contact.{row}.role.fi"] = [role];
        form[$"contact.{row}.person"] = [name];
        form[$"contact.{row}.email"] = [email];
    }

    private static List<string> Found(Answer page) =>
        [.. Regex.Matches(page.Html, "register-name\" href=\"/kuuma-seutu/partners/(?<id>[^\"]*)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5)).Select(m => m.Groups["id"].Value)];
}
