using System.Net;

namespace Vuosikello.Web.Tests;

/// <summary>What a coordinator does with a year and with the partnership itself.</summary>
public sealed class CoordinatorTests(Site site) : IClassFixture<Site>
{
    private const string Settings = "/kuuma-seutu/settings";

    [Fact]
    public async Task A_year_is_drafted_gets_an_emphasis_and_goes_through_its_phases()
    {
        var (coordinator, token) = await Coordinator();
        await coordinator.Post(Settings, Do("add-year", token, ("year", "2031")));
        const string setup = "/kuuma-seutu/2031/setup";

        await coordinator.Post(setup, Do("emphasis", token, ("emphasis.fi", "Nuoret mukaan")));
        Assert.Contains("Nuoret mukaan", (await coordinator.Get("/kuuma-seutu/2031")).Text, StringComparison.Ordinal);

        foreach (var (step, phase) in new[] { ("open", "Lausuntokierroksella"), ("return", "Luonnos"), ("adopt", "Hyväksytty"), ("close", "Suljettu"), ("reopen", "Hyväksytty") })
        {
            Assert.Equal(HttpStatusCode.SeeOther, (await coordinator.Post(setup, Do(step, token))).Status);
            Assert.Contains($"<strong>{phase}</strong>", WebUtility.HtmlDecode((await coordinator.Get(setup)).Html), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Rolling_forward_leads_to_the_new_year_and_says_that_it_is_filling()
    {
        var (coordinator, token) = await Coordinator();
        string setup = (await coordinator.Get("/kuuma-seutu/2009/setup")).Html;
        string activity = setup.Split("name=\"activities\" value=\"")[1].Split('"')[0];

        var rolled = await coordinator.Post("/kuuma-seutu/2009/setup", Do("roll", token, ("toYear", "2033"), ("activities", activity)));

        Assert.Equal(HttpStatusCode.SeeOther, rolled.Status);
        Assert.StartsWith("/kuuma-seutu/2033", rolled.Location!.ToString(), StringComparison.Ordinal);
        Assert.Contains("Vuosi on perustettu", (await coordinator.Get(rolled.Location.ToString())).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rolling_into_an_earlier_year_is_refused_and_the_choice_stays()
    {
        var (coordinator, token) = await Coordinator();
        string setup = (await coordinator.Get("/kuuma-seutu/2026/setup")).Html;
        string activity = setup.Split("name=\"activities\" value=\"")[1].Split('"')[0];

        var refused = await coordinator.Post("/kuuma-seutu/2026/setup", Do("roll", token, ("toYear", "2020"), ("activities", activity)));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Single(refused.Html.Split("name=\"activities\"").Skip(1), box => box.Split('>')[0].Contains("checked", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_partner_has_areas_and_themes_and_a_working_group_its_theme_and_partners()
    {
        var (coordinator, token) = await Coordinator();

        await coordinator.Post("/kuuma-seutu/partners/new", Do("", token, ("name.fi", "Kylätoimijat"), ("kind", "Association"), ("areas", "nurmijarvi"), ("themes", "tilat")));
        await coordinator.Post(Settings, Do("add-group", token, ("name.fi", "Tilaryhmä"), ("theme", "tilat"), ("partners", "kylatoimijat")));

        string page = (await (await site.Visit()).Get(Settings)).Text;
        Assert.Contains("Nurmijärvi", (await (await site.Visit()).Get("/kuuma-seutu/partners/kylatoimijat")).Text, StringComparison.Ordinal);
        Assert.Contains("Teema: Tilat", page, StringComparison.Ordinal);
        Assert.Contains("Kumppanit: Kylätoimijat", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_area_is_added_renamed_and_removed()
    {
        var (coordinator, token) = await Coordinator();

        await coordinator.Post(Settings, Do("add-area", token, ("name.fi", "Saaristo"), ("municipalities", "Kotisaari, Ulkosaari")));
        Assert.Contains("Saaristo", (await coordinator.Get(Settings)).Text, StringComparison.Ordinal);
        await coordinator.Post(Settings, Do("rename-area", token, ("id", "saaristo"), ("name.fi", "Ulkomeri")));
        Assert.Contains("Ulkomeri", (await coordinator.Get(Settings)).Text, StringComparison.Ordinal);
        await coordinator.Post(Settings, Do("remove-area", token, ("id", "saaristo")));
        Assert.DoesNotContain("Ulkomeri", (await coordinator.Get(Settings)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_theme_in_no_language_is_refused()
    {
        var (coordinator, token) = await Coordinator();

        var refused = await coordinator.Post(Settings, Do("add-theme", token));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("Nimi puuttuu: kirjoita se ainakin yhdellä kielellä.", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_editor_may_not_change_the_partnership()
    {
        var editor = await site.Visit(Site.EditorOfTuusula);
        string[] token = (await editor.Form("/kuuma-seutu/2026/activities/new"))["__RequestVerificationToken"];

        Assert.Equal(HttpStatusCode.Forbidden, (await editor.Post(Settings, Do("rename", token, ("name.fi", "Oma seutu")))).Status);
    }

    private async Task<(Visitor, string[] Token)> Coordinator()
    {
        var coordinator = await site.Visit(Site.CoordinatorOfKuuma);
        return (coordinator, (await coordinator.Form("/kuuma-seutu/2026/activities/new"))["__RequestVerificationToken"]);
    }

    private static Dictionary<string, string[]> Do(string what, string[] token, params (string Name, string Value)[] fields) =>
        fields.Append(("do", what)).ToDictionary(f => f.Item1, f => new[] { f.Item2 }).Append(KeyValuePair.Create("__RequestVerificationToken", token)).ToDictionary();
}
