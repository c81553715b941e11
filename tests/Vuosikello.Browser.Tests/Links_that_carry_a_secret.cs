using Microsoft.Playwright;
using Vuosikello.ServerKit;

namespace Vuosikello.Browser.Tests;

/// <summary>The server takes the secret out of the address before anything sees it; the browser, which has it, has to come back to it all the same.</summary>
[Collection(nameof(People_at_work))]
public sealed class Links_that_carry_a_secret(Browser browser)
{
    private static ILocatorAssertions Expect(ILocator locator) => Assertions.Expect(locator);

    [Fact]
    public async Task An_invitation_is_taken_by_its_button()
    {
        await using var coordinator = await browser.Person(Members.KuumaCoordinator);
        await coordinator.Page.GotoAsync("/kuuma-seutu/members");
        var form = coordinator.Page.Locator("form.link-form").First;
        await form.Locator("[name='role'][value='reader']").CheckAsync();
        await form.Locator("button[type=submit]").ClickAsync();
        string link = await coordinator.Page.Locator("#invitation-0").InputValueAsync();

        await using var invited = await browser.Person(Members.KarelianCoordinator);
        await invited.Page.GotoAsync(new Uri(link).AbsolutePath);
        await invited.Page.GetByRole(AriaRole.Button, new() { Name = "Ota kutsu vastaan" }).ClickAsync();

        await Expect(invited.Page.GetByText("Kutsu on otettu vastaan.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_guest_sends_the_statement_by_its_button()
    {
        const string round = "/kuuma-seutu/rounds/kesapiha";
        await using var coordinator = await browser.Person(Members.KuumaCoordinator);
        await coordinator.Page.GotoAsync(round);
        await coordinator.Context.APIRequest.PostAsync($"/api/partnerships{round}/invite", new() { DataObject = new { partners = new[] { "pornainen" } } });
        await coordinator.Page.ReloadAsync();
        await coordinator.Page.Locator("summary", new() { HasText = "Vieraslinkit" }).ClickAsync();
        await coordinator.Page.SelectOptionAsync("#i-guest-partner", "pornainen");
        await coordinator.Page.Locator("#guest-link-form button").ClickAsync();
        string link = await coordinator.Page.Locator("#guest-link").InputValueAsync();

        await using var guest = await browser.Person();
        await guest.Page.GotoAsync(new Uri(link).AbsolutePath);
        await guest.Page.Locator("main a.ds-button").First.ClickAsync();
        await guest.Page.Locator("[name='stance']").First.CheckAsync();
        await guest.Page.Locator("main form button[type=submit]").Last.ClickAsync();
        await guest.Page.GotoAsync(new Uri(link).AbsolutePath);
        await guest.Page.GetByRole(AriaRole.Button, new() { Name = "Lähetä lausunto" }).ClickAsync();

        await Expect(guest.Page.GetByText("Lausunto on lähetetty").First).ToBeVisibleAsync();
    }
}
