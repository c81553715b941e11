using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Vuosikello.ServerKit;

namespace Vuosikello.Browser.Tests;

[Collection(nameof(People_at_work))]
public sealed class Two_people_edit_one_year(Browser browser)
{
    private const string Board = "/kuuma-seutu/2009";

    [Fact]
    public async Task An_edit_of_one_shows_on_the_board_of_the_other_without_a_reload()
    {
        string before = Kuuma.Title("Suunnittelupäivä"), after = Kuuma.Title("Siirtynyt suunnittelupäivä");
        var activity = await Kuuma.Plan(browser.Server, before);
        await using var watching = await browser.Person(Members.TuusulaEditor);
        await watching.Page.OpenLive(Board);
        await Expect(Entry(watching.Page, activity)).ToContainTextAsync(before);

        await using var editing = await browser.Person(Members.KuumaCoordinator);
        await Retitle(editing.Page, activity, after);

        await Expect(Entry(watching.Page, activity)).ToContainTextAsync(after);
        await Expect(watching.Page.Locator($"#wheel-entries [id^='w-{activity}']").First).ToHaveAttributeAsync("aria-label", new Regex(Regex.Escape(after), RegexOptions.None, TimeSpan.FromSeconds(1)));
        await watching.Page.WasNotReloaded();
    }

    [Fact]
    public async Task A_new_activity_and_a_cancelled_one_show_on_every_open_board()
    {
        var cancelled = await Kuuma.Plan(browser.Server, Kuuma.Title("Peruuntuva"));
        await using var resident = await browser.Person();
        await resident.Page.OpenLive(Board);

        string added = Kuuma.Title("Lisätty");
        await Kuuma.Plan(browser.Server, added);
        using (var coordinator = await browser.Server.Client(Members.KuumaCoordinator))
        {
            using var answer = await coordinator.PostAsync($"/api/partnerships/kuuma-seutu/activities/{cancelled}/cancel", System.Net.Http.Json.JsonContent.Create(new { reason = new { fi = "Sali on kiinni" } }));
            answer.EnsureSuccessStatusCode();
        }

        await Expect(resident.Page.Locator(".entry").Filter(new() { HasText = added })).ToBeVisibleAsync();
        await Expect(Entry(resident.Page, cancelled)).ToContainTextAsync("Peruttu");
        await resident.Page.WasNotReloaded();
    }

    [Fact]
    public async Task Edits_of_different_fields_are_merged()
    {
        var activity = await Kuuma.Plan(browser.Server, Kuuma.Title("Yhteinen"), description: "Alku");
        await using var one = await browser.Person(Members.KuumaCoordinator);
        await using var other = await browser.Person(Members.TuusulaEditor);
        await one.Page.GotoAsync(Kuuma.EditAddress(activity));
        await other.Page.GotoAsync(Kuuma.EditAddress(activity));

        string title = Kuuma.Title("Uusi nimi");
        await one.Page.FillAsync("[name='title.fi']", title);
        await other.Page.FillAsync("[name='description.fi']", "Uusi kuvaus");
        await Save(one.Page);
        await Save(other.Page);

        var now = await Kuuma.Read(browser.Server, activity);
        Assert.Equal(title, now.GetProperty("title").GetProperty("fi").GetString());
        Assert.Equal("Uusi kuvaus", now.GetProperty("description").GetProperty("fi").GetString());
    }

    [Theory]
    [InlineData("mine")]
    [InlineData("theirs")]
    public async Task Edits_of_the_same_field_show_both_values_and_let_the_editor_choose(string choice)
    {
        var activity = await Kuuma.Plan(browser.Server, Kuuma.Title("Kiistelty"));
        await using var one = await browser.Person(Members.KuumaCoordinator);
        await using var other = await browser.Person(Members.TuusulaEditor);
        await one.Page.GotoAsync(Kuuma.EditAddress(activity));
        await other.Page.GotoAsync(Kuuma.EditAddress(activity));

        string theirs = Kuuma.Title("Koordinaattorin nimi"), mine = Kuuma.Title("Tuusulan nimi");
        await one.Page.FillAsync("[name='title.fi']", theirs);
        await Save(one.Page);
        await other.Page.FillAsync("[name='title.fi']", mine);
        await other.Page.FillAsync("[name='venue.name']", "Kirjasto");
        await other.Page.Locator(".form-actions button[type=submit]").ClickAsync();

        var clash = other.Page.Locator(".clash");
        await Expect(clash).ToContainTextAsync(theirs);
        await Expect(clash).ToContainTextAsync(mine);
        await Expect(clash).ToContainTextAsync("Koordinaattori, KUUMA-seutu");
        await Expect(other.Page.Locator("[name='venue.name']")).ToHaveValueAsync("Kirjasto");

        await other.Page.CheckAsync($"[name='clash.title'][value='{choice}']");
        await Save(other.Page);
        var now = await Kuuma.Read(browser.Server, activity);
        Assert.Equal(choice == "mine" ? mine : theirs, now.GetProperty("title").GetProperty("fi").GetString());
        Assert.Equal("Kirjasto", now.GetProperty("venue").GetProperty("name").GetString());
    }

    [Fact]
    public async Task A_board_that_lost_its_connection_catches_up_without_a_reload()
    {
        await using var line = new CuttableLine(browser.Server.Address);
        string first = Kuuma.Title("Ennen katkosta");
        var activity = await Kuuma.Plan(browser.Server, first);
        await using var person = await browser.Person();
        await person.Page.OpenLive(new Uri(line.Address, Board).ToString());
        await Expect(Entry(person.Page, activity)).ToContainTextAsync(first);

        line.Cut();
        await Expect(person.Page.Locator("[data-live-connection]")).Not.ToBeEmptyAsync();
        string changed = Kuuma.Title("Katkoksen aikana"), added = Kuuma.Title("Lisätty katkoksen aikana");
        await using (var editing = await browser.Person(Members.KuumaCoordinator)) await Retitle(editing.Page, activity, changed);
        await Kuuma.Plan(browser.Server, added);
        await Expect(Entry(person.Page, activity)).ToContainTextAsync(first);
        line.Mend();

        await Expect(Entry(person.Page, activity)).ToContainTextAsync(changed, new() { Timeout = 60_000 });
        await Expect(person.Page.Locator(".entry").Filter(new() { HasText = added })).ToBeVisibleAsync();
        await person.Page.WasNotReloaded();
    }

    [Fact]
    public async Task The_board_shows_who_else_is_here_and_what_they_are_editing()
    {
        string title = Kuuma.Title("Muokattavana");
        var activity = await Kuuma.Plan(browser.Server, title);
        await using var watching = await browser.Person(Members.KuumaCoordinator);
        await using var resident = await browser.Person();
        await watching.Page.OpenLive(Board);
        await resident.Page.OpenLive(Board);

        await using var editing = await browser.Person(Members.TuusulaEditor);
        await editing.Page.GotoAsync(Kuuma.EditAddress(activity));

        var here = watching.Page.Locator("[data-live-here]");
        await Expect(here).ToContainTextAsync("Muokkaaja, Tuusulan kunta");
        await Expect(here).ToContainTextAsync(title);
        await Expect(resident.Page.Locator("body")).Not.ToContainTextAsync("Muokkaaja, Tuusulan kunta");
        await Expect(resident.Page.Locator("[data-live-here]")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task What_runs_over_New_Year_shows_on_the_open_wheel_of_the_next_year()
    {
        using var coordinator = await browser.Server.Client(Members.KuumaCoordinator);
        await using var person = await browser.Person();
        await person.Page.OpenLive("/kuuma-seutu/2010");

        string title = Kuuma.Title("Vuodenvaihteen yli");
        using var planned = await coordinator.PostAsJsonAsync("/api/partnerships/kuuma-seutu/years/2009/activities",
            new { title = new { fi = title }, time = new { kind = "days", first = "2009-12-28", last = "2010-01-09" } });
        Assert.True(planned.IsSuccessStatusCode, await planned.Content.ReadAsStringAsync());

        await Expect(person.Page.Locator($"#wheel-entries [aria-label*='{title}']")).ToHaveCountAsync(1);
        await person.Page.WasNotReloaded();
    }

    private static ILocatorAssertions Expect(ILocator locator) => Assertions.Expect(locator);

    private static ILocator Entry(IPage page, Guid activity) => page.Locator($".entry[data-activity='{activity}']").First;

    private static async Task Retitle(IPage page, Guid activity, string title)
    {
        await page.GotoAsync(Kuuma.EditAddress(activity));
        await page.FillAsync("[name='title.fi']", title);
        await Save(page);
    }

    private static async Task Save(IPage page)
    {
        await page.Locator(".form-actions button[type=submit]").ClickAsync();
        await page.WaitForURLAsync(url => !url.EndsWith("/edit", StringComparison.Ordinal));
    }
}
