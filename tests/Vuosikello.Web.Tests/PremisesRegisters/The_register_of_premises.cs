using System.Net;

namespace Vuosikello.Web.Tests.PremisesRegisters;

/// <summary>What partners lend, and activities that take place in it, in a browser without JavaScript.</summary>
public sealed class The_register_of_premises(Site site) : IClassFixture<Site>
{
    private const string Register = "/kuuma-seutu/premises";
    private const string NewActivity = "/kuuma-seutu/2026/activities/new";

    [Fact]
    public async Task Anybody_searches_it_by_name_owner_and_what_it_must_have()
    {
        var reader = await site.Visit();

        Assert.Contains("Heikkarin Helmi", (await reader.Get(Register)).Text, StringComparison.Ordinal);
        Assert.Contains("Einari", (await reader.Get(Register + "?q=tuusulan+kunta")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Einari", (await reader.Get(Register + "?access=InductionLoop")).Text, StringComparison.Ordinal);
        Assert.Contains("kerhohuone", (await reader.Get(Register + "?access=InductionLoop")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_editor_registers_changes_and_withdraws_what_the_own_organisation_lends()
    {
        var editor = await site.Visit(Site.EditorOfTuusula);
        var form = await editor.Form(Register + "/new", "name=\"capacity\"");
        form["name.fi"] = ["Pajalan talo"];
        form["capacity"] = ["40"];
        form["access"] = ["StepFree", "Lift"];

        var added = await editor.Post(Register + "/new", form);
        Assert.Equal(Register + "/pajalan-talo", added.Location?.ToString());
        string card = (await (await site.Visit()).Get(Register + "/pajalan-talo")).Text;
        Assert.Contains("40 henkeä", card, StringComparison.Ordinal);
        Assert.Contains("Tuusulan kunta", card, StringComparison.Ordinal);

        var change = await editor.Form(Register + "/pajalan-talo/edit", "name=\"capacity\"");
        change["capacity"] = ["50"];
        Assert.Equal(HttpStatusCode.SeeOther, (await editor.Post(Register + "/pajalan-talo/edit", change)).Status);
        Assert.Contains("50 henkeä", (await editor.Get(Register + "/pajalan-talo")).Text, StringComparison.Ordinal);

        var withdrawn = await editor.Post(Register + "/pajalan-talo/withdraw", await editor.Form(Register + "/pajalan-talo", "/withdraw"));
        Assert.Equal(Register, withdrawn.Location?.ToString());
        Assert.Equal(HttpStatusCode.NotFound, (await editor.Get(Register + "/pajalan-talo")).Status);
    }

    [Fact]
    public async Task Nobody_else_writes_them()
    {
        var other = await site.Visit(Site.EditorOfAssociations);
        var form = await other.Form(Register + "/new", "name=\"capacity\"");
        form["name.fi"] = ["Toisen talo"];
        form["owner"] = ["tuusula"];

        Assert.Equal(HttpStatusCode.Forbidden, (await other.Get(Register + "/einari/edit")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await other.Post(Register + "/new", form)).Status);
        Assert.DoesNotContain("/einari/edit", (await other.Get(Register + "/einari")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_activity_takes_place_in_one_with_the_cards_address_and_meets_another_there()
    {
        await using var own = new Site();
        var editor = await own.Visit(Site.EditorOfTuusula);
        string first = await Plan(editor, "Ensimmäinen ilta", "17:00", "19:00");
        string second = await Plan(editor, "Toinen ilta", "18:30", "20:00");
        string third = await Plan(editor, "Kolmas ilta", "20:00", "21:00");

        string page = (await editor.Get(first)).Text;
        Assert.Contains("Autoasemankatu 2, 04300 Tuusula", page, StringComparison.Ordinal);
        Assert.Contains("Samassa tilassa on samaan aikaan myös:", page, StringComparison.Ordinal);
        Assert.Contains("Toinen ilta", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Kolmas ilta", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Samassa tilassa", (await editor.Get(third)).Text, StringComparison.Ordinal);
        Assert.Contains("Ensimmäinen ilta", (await editor.Get(second)).Text, StringComparison.Ordinal);
        Assert.Contains("Ensimmäinen ilta", (await editor.Get(Register + "/einari")).Text, StringComparison.Ordinal);
        Assert.Contains("Tuusulan pääkirjasto\\, kokoushuone Einari", (await editor.Get("/feeds/kuuma-seutu/2026.ics")).Html.Replace("\r\n ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whether_two_meet_is_told_by_the_same_clock_in_whichever_zones_they_are()
    {
        await using var own = new Site();
        var editor = await own.Visit(Site.EditorOfTuusula);
        string here = await Plan(editor, "Helsingin ajassa", "18:30", "20:00");
        var api = await ApiVisitor.SignIn(own);
        var before = await api.Plan(2026, InStockholm("Ennen sitä", "16:00", "17:30"));
        var meeting = await api.Plan(2026, InStockholm("Samaan aikaan", "17:00", "18:00"));
        var after = await api.Plan(2026, InStockholm("Sen jälkeen", "19:00", "20:00"));

        string page = (await editor.Get(here)).Text;
        Assert.Contains($"activities/{meeting}", page, StringComparison.Ordinal);
        Assert.DoesNotContain($"activities/{before}", page, StringComparison.Ordinal);
        Assert.DoesNotContain($"activities/{after}", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_who_say_different_things_of_one_place_both_have_their_way_and_of_the_same_thing_the_second_chooses()
    {
        await using var own = new Site();
        var (coordinator, editor) = (await own.Visit(Site.CoordinatorOfKuuma), await own.Visit(Site.EditorOfTuusula));
        var first = await coordinator.Form(Register + "/einari/edit", "name=\"capacity\"");
        var second = await editor.Form(Register + "/einari/edit", "name=\"capacity\"");
        var third = await editor.Form(Register + "/einari/edit", "name=\"capacity\"");
        var api = await ApiVisitor.SignIn(own);
        long version = long.Parse(first["basedOn"][0], System.Globalization.CultureInfo.InvariantCulture);
        first["capacity"] = ["30"];
        Assert.Equal(HttpStatusCode.SeeOther, (await coordinator.Post(Register + "/einari/edit", first)).Status);

        second["price.fi"] = ["Maksuton"];
        Assert.Equal(HttpStatusCode.SeeOther, (await editor.Post(Register + "/einari/edit", second)).Status);
        string card = (await editor.Get(Register + "/einari")).Text;
        Assert.Contains("30 henkeä", card, StringComparison.Ordinal);
        Assert.Contains("Maksuton", card, StringComparison.Ordinal);

        third["capacity"] = ["44"];
        var asked = await editor.Post(Register + "/einari/edit", third);
        Assert.Equal(HttpStatusCode.Conflict, asked.Status);
        Assert.Contains("Koordinaattori, KUUMA", asked.Text, StringComparison.Ordinal);
        Assert.Contains("<dd>30</dd>", asked.Html, StringComparison.Ordinal);
        Assert.Contains("30 henkeä", (await editor.Get(Register + "/einari")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await editor.Post(Register + "/einari/edit", Visitor.FormWith(asked.Html, "name=\"capacity\""))).Status);
        Assert.Contains("44 henkeä", (await editor.Get(Register + "/einari")).Text, StringComparison.Ordinal);
        object fourth = new { owner = "tuusula", name = new { fi = "Einari" }, address = "Autoasemankatu 2", capacity = 50, access = Array.Empty<string>(), accessText = new { }, terms = new { }, price = new { } };
        Assert.Equal(409, (await api.Ask("PUT", "/api/partnerships/kuuma-seutu/premises/einari", fourth, version: version)).Status);
        Assert.Equal(428, (await api.Ask("PUT", "/api/partnerships/kuuma-seutu/premises/einari", fourth)).Status);
    }

    private static object InStockholm(string title, string from, string to) => new
    {
        title = new { fi = title },
        time = new { kind = "exact", start = $"2026-12-08T{from}:00", end = $"2026-12-08T{to}:00", zone = "Europe/Stockholm" },
        description = new { },
        areas = Array.Empty<string>(),
        themes = Array.Empty<string>(),
        participants = Array.Empty<string>(),
        agenda = Array.Empty<object>(),
        venue = new { name = "Einari", premises = "einari" },
    };

    private static async Task<string> Plan(Visitor editor, string title, string from, string to)
    {
        var form = await editor.Form(NewActivity);
        form["title.fi"] = [title];
        form["time.kind"] = ["exact"];
        form["time.startDay"] = ["2026-12-08"];
        form["time.startClock"] = [from];
        form["time.endDay"] = ["2026-12-08"];
        form["time.endClock"] = [to];
        form["venue.premises"] = ["einari"];
        var planned = await editor.Post(NewActivity, form);
        Assert.Equal(HttpStatusCode.SeeOther, planned.Status);
        return planned.Location!.ToString();
    }
}
