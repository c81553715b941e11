using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Vuosikello.ServerKit;

namespace Vuosikello.Browser.Tests;

/// <summary>The secret address, which a person sees once and must not miss.</summary>
[Collection(nameof(People_at_work))]
public sealed class A_private_calendar_link(Browser browser)
{
    private const string Links = "/kuuma-seutu/calendar-links";

    private static async Task Fill(IPage page, string name)
    {
        await page.GotoAsync(Links);
        await page.Locator("#i-kind-mine").CheckAsync();
        await page.Locator("#i-name").FillAsync(name);
    }

    [Fact]
    public async Task Whoever_presses_the_button_twice_still_sees_the_address()
    {
        await using var person = await browser.Person(Members.KeravaSignatory);
        var page = person.Page;
        await Fill(page, "Kahdesti");

        await page.Locator("form[data-once] button[type=submit]").DblClickAsync();

        await Assertions.Expect(page.Locator("#link-address")).ToBeVisibleAsync();
        Assert.Matches("/feeds/private/[A-Za-z0-9_-]{43}\\.ics$", await page.Locator("#link-address").InputValueAsync());
        await page.GotoAsync(Links);
        await Assertions.Expect(page.Locator(".link-item h3", new() { HasText = "Kahdesti" })).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task The_page_with_the_address_is_for_everybody_and_fits_into_320_pixels()
    {
        await using var person = await browser.Person(Members.KeravaSignatory);
        var page = person.Page;
        await Fill(page, "Kapea");
        await page.Locator("form[data-once] button[type=submit]").ClickAsync();
        await page.SetViewportSizeAsync(320, 800);

        var result = await page.RunAxe();

        Assert.Equal([], result.Violations.Select(v => $"{v.Id}: {v.Help}"));
        Assert.True(await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth") <= 320);
    }

    [Fact]
    public async Task Without_JavaScript_it_is_made_and_revoked_with_a_word_before()
    {
        await using var person = await browser.Person(Members.KeravaSignatory, javaScript: false);
        var page = person.Page;
        await Fill(page, "Ilman skriptejä");
        await page.Locator("form[data-once] button[type=submit]").ClickAsync();
        string address = await page.Locator("#link-address").InputValueAsync();
        using var program = await browser.Server.Client();
        using var before = await program.GetAsync(new Uri(address), TestContext.Current.CancellationToken);

        await page.GotoAsync(Links);
        var item = page.Locator(".link-item", new() { HasText = "Ilman skriptejä" });
        await item.Locator("summary").ClickAsync();
        await item.Locator("button[type=submit]").ClickAsync();

        await Assertions.Expect(page.Locator(".done")).ToHaveTextAsync("Kalenterilinkki on poistettu käytöstä.");
        using var after = await program.GetAsync(new Uri(address), TestContext.Current.CancellationToken);
        Assert.Equal((System.Net.HttpStatusCode.OK, System.Net.HttpStatusCode.Gone), (before.StatusCode, after.StatusCode));
    }
}
