using System.Globalization;
using Microsoft.Playwright;
using Vuosikello.ServerKit;

namespace Vuosikello.Browser.Tests;

/// <summary>With Chromium's own virtual authenticator, which does what a telephone or a security key does.</summary>
[Collection(nameof(People_at_work))]
public sealed class Passkeys(Browser browser)
{
    // A passkey belongs to a name, which 127.0.0.1 is not.
    private string Here(string path) => $"http://localhost:{browser.Server.Address.Port.ToString(CultureInfo.InvariantCulture)}{path}";

    private static async Task PlugIn(Person person, bool verifies = true)
    {
        var devtools = await person.Page.Context.NewCDPSessionAsync(person.Page);
        await devtools.SendAsync("WebAuthn.enable");
        await devtools.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["options"] = new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = verifies,
            },
        });
    }

    private async Task SignIn(Person person, string member)
    {
        var form = person.Page.Context.APIRequest.CreateFormData();
        form.Set("member", member);
        var answer = await person.Page.Context.APIRequest.PostAsync(Here("/sign-in/demo"), new() { Form = form, MaxRedirects = 0 });
        Assert.True(answer.Status is 302 or 303);
    }

    [Fact]
    public async Task One_that_was_added_signs_in_and_one_that_was_removed_does_not()
    {
        await using var person = await browser.Person(language: "en");
        var page = person.Page;
        await PlugIn(person);
        await SignIn(person, Members.KeravaSignatory);

        await page.GotoAsync(Here("/account"));
        await page.Locator("#passkey-name").FillAsync("Koelaite");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a passkey" }).ClickAsync();
        await Assertions.Expect(page.Locator(".link-item h3", new() { HasText = "Koelaite" })).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out", Exact = true }).First.ClickAsync();
        await page.GotoAsync(Here("/sign-in?return=%2Faccount"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in by a passkey" }).ClickAsync();
        await page.WaitForURLAsync(Here("/account"));
        await Assertions.Expect(page.Locator(".link-item", new() { HasText = "By a passkey" })).ToBeVisibleAsync();

        await Assertions.Expect(page.Locator(".link-item h3", new() { HasText = "Koelaite" })).ToBeVisibleAsync();

        await page.Locator("form[action='/account/passkeys/remove'] button").ClickAsync();
        await Assertions.Expect(page.Locator(".link-item h3", new() { HasText = "Koelaite" })).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out everywhere" }).ClickAsync();
        await page.GotoAsync(Here("/sign-in"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in by a passkey" }).ClickAsync();
        await Assertions.Expect(page.Locator("[data-passkey-failed]")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Without_JavaScript_nothing_is_offered_that_would_not_work()
    {
        await using var person = await browser.Person(language: "en", javaScript: false);
        await person.Page.GotoAsync(Here("/sign-in"));
        await Assertions.Expect(person.Page.Locator("#email")).ToBeVisibleAsync();
        await Assertions.Expect(person.Page.Locator("[data-passkey-place]")).ToBeHiddenAsync();
    }
}
