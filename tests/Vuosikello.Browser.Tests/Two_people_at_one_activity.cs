using System.Net.Http.Json;
using Microsoft.Playwright;
using Vuosikello.ServerKit;

namespace Vuosikello.Browser.Tests;

[Collection(nameof(People_at_work))]
public sealed class Two_people_at_one_activity(Browser browser)
{
    private static string Address(Guid activity) => $"/kuuma-seutu/2009/activities/{activity}";

    private static ILocatorAssertions Expect(ILocator locator) => Assertions.Expect(locator);

    private async Task Give(Guid activity, string command, object? body = null)
    {
        using var coordinator = await browser.Server.Client(Members.KuumaCoordinator);
        using var answer = await coordinator.PostAsJsonAsync($"/api/partnerships/kuuma-seutu/activities/{activity}/{command}", body ?? new { });
        answer.EnsureSuccessStatusCode();
    }

    [Fact]
    public async Task A_change_shows_at_once_and_the_buttons_that_come_with_it_work()
    {
        var activity = await Kuuma.Plan(browser.Server, Kuuma.Title("Vahvistettava"));
        await using var coordinator = await browser.Person(Members.KuumaCoordinator);
        await coordinator.Page.OpenLive(Address(activity));
        await using var resident = await browser.Person();
        await resident.Page.OpenLive(Address(activity));

        await Give(activity, "confirm");

        await Expect(resident.Page.Locator("#activity-facts .ds-tag")).ToHaveTextAsync("Vahvistettu");
        await Expect(resident.Page.Locator("#activity-shown form, #activity-side form, #activity-side button, #activity-history")).ToHaveCountAsync(0);
        await Expect(coordinator.Page.Locator("#activity-facts .ds-tag")).ToHaveTextAsync("Vahvistettu");
        await Expect(coordinator.Page.Locator("#activity-history .change")).ToHaveCountAsync(2);
        await resident.Page.WasNotReloaded();
        await coordinator.Page.WasNotReloaded();

        // The button is a form that came alive: it is the coordinator's own all the same.
        await coordinator.Page.Locator($"form[action$='/{activity}/return'] button").ClickAsync();
        await Expect(coordinator.Page.Locator("#activity-facts .ds-tag")).ToHaveTextAsync("Ehdotettu");
    }

    [Fact]
    public async Task What_somebody_has_half_written_stays_when_others_change_the_page_around_it()
    {
        var activity = await Kuuma.Plan(browser.Server, Kuuma.Title("Kesken"));
        await using var writing = await browser.Person(Members.KuumaCoordinator);
        await writing.Page.OpenLive(Address(activity));
        var cancel = writing.Page.Locator($"details:has(form[action$='/{activity}/cancel'])");
        await cancel.Locator("summary").ClickAsync();
        await cancel.Locator("[name='reason.fi']").FillAsync("Sali on remontissa");
        await writing.Page.Locator("h1").ClickAsync();

        await Give(activity, "confirm");
        await Expect(writing.Page.Locator("#activity-facts .ds-tag")).ToHaveTextAsync("Vahvistettu");

        await Expect(cancel.Locator("[name='reason.fi']")).ToHaveValueAsync("Sali on remontissa");
        await cancel.Locator("button[type=submit]").ClickAsync();
        await Expect(writing.Page.Locator("#activity-facts")).ToContainTextAsync("Sali on remontissa");
    }

    [Fact]
    public async Task Two_in_one_form_see_each_other_and_hear_of_the_others_save()
    {
        var activity = await Kuuma.Plan(browser.Server, Kuuma.Title("Kahden muokattava"));
        await using var one = await browser.Person(Members.KuumaCoordinator);
        await using var other = await browser.Person(Members.TuusulaEditor);
        await one.Page.GotoAsync(Kuuma.EditAddress(activity));
        await other.Page.GotoAsync(Kuuma.EditAddress(activity));
        await one.Page.IsLive();
        await other.Page.IsLive();

        await one.Page.FocusAsync("[name='description.fi']");
        await Expect(other.Page.Locator("[data-field='description'][data-edited-by]")).ToHaveAttributeAsync("data-edited-by", "Koordinaattori, KUUMA-seutu muokkaa parhaillaan");
        await Expect(one.Page.Locator("[data-edited-by]")).ToHaveCountAsync(0);

        await other.Page.FillAsync("[name='venue.name']", "Kirjasto");
        await one.Page.FillAsync("[name='description.fi']", "Uusi kuvaus");
        await one.Page.Locator(".form-actions button[type=submit]").ClickAsync();

        await Expect(other.Page.Locator("[data-live-warning]")).ToContainTextAsync("Koordinaattori, KUUMA-seutu muutti juuri tätä toimintoa");
        await Expect(other.Page.Locator("[name='venue.name']")).ToHaveValueAsync("Kirjasto");
    }
}
