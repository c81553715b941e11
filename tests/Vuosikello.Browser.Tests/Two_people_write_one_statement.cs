using System.Globalization;
using System.Net.Http.Json;
using Microsoft.Playwright;
using Vuosikello.ServerKit;

namespace Vuosikello.Browser.Tests;

/// <summary>A comment round on a year of its own: two people of Tuusula write, the coordinator looks on.</summary>
[Collection(nameof(People_at_work))]
public sealed class Two_people_write_one_statement(Browser browser)
{
    private const int Year = 2041;

    private static ILocatorAssertions Expect(ILocator locator) => Assertions.Expect(locator);

    [Fact]
    public async Task Each_sees_what_the_other_wrote_and_the_coordinator_sees_the_count_change()
    {
        await using var coordinator = await browser.Person(Members.KuumaCoordinator);
        string round = await Open(coordinator.Page);
        await using var editor = await browser.Person(Members.TuusulaEditor);
        await using var signatory = await browser.Person(Members.TuusulaSignatory);
        await editor.Page.OpenLive($"{round}/statement");
        await signatory.Page.OpenLive($"{round}/statement");

        await Write(editor.Page, "Toukokuun kokous", "InFavour", "Sopii meille.");
        await Expect(Clause(signatory.Page, "Toukokuun kokous")).ToContainTextAsync("Sopii meille.");
        await Write(signatory.Page, "Syyskuun kokous", "Against", "Aika ei sovi.");
        await editor.Page.OpenLive($"{round}/statement");
        await Expect(Clause(editor.Page, "Syyskuun kokous")).ToContainTextAsync("Aika ei sovi.");
        await Expect(Clause(editor.Page, "Toukokuun kokous")).ToContainTextAsync("Sopii meille.");

        await coordinator.Page.OpenLive(round);
        await Expect(coordinator.Page.Locator("#round-partners")).ToContainTextAsync("Lausuntoja annettu: 0.");
        await editor.Page.GetByRole(AriaRole.Button, new() { Name = "Lähetä lausunto" }).ClickAsync();

        await Expect(coordinator.Page.Locator("#round-partners")).ToContainTextAsync("Lausuntoja annettu: 1.");
        await Expect(coordinator.Page.Locator("body")).Not.ToContainTextAsync("Aika ei sovi.");
        await coordinator.Page.WasNotReloaded();
    }

    private async Task<string> Open(IPage coordinator)
    {
        using var client = await browser.Server.Client(Members.KuumaCoordinator);
        using var drafted = await client.PutAsync(new Uri($"/api/partnerships/kuuma-seutu/years/{Year.ToString(CultureInfo.InvariantCulture)}", UriKind.Relative), JsonContent.Create(new { }));
        Assert.True(drafted.IsSuccessStatusCode, await drafted.Content.ReadAsStringAsync());
        await Kuuma.Plan(client, "Toukokuun kokous", Year);
        await Kuuma.Plan(client, "Syyskuun kokous", Year);

        await coordinator.GotoAsync("/kuuma-seutu/rounds/new");
        await coordinator.FillAsync("[name='title.fi']", Kuuma.Title("Kaksin samaa"));
        await coordinator.SelectOptionAsync("[name='year']", Year.ToString(CultureInfo.InvariantCulture));
        foreach (string partner in (string[])["tuusula", "kerava"]) await coordinator.CheckAsync($"[name='invited'][value='{partner}']");
        await coordinator.ClickAsync(".form-actions button[type='submit']");
        await coordinator.ClickAsync("button[value='open']");
        await Expect(coordinator.Locator("#round-partners")).ToContainTextAsync("Lausuntoja annettu: 0.");
        return new Uri(coordinator.Url).AbsolutePath;
    }

    private static ILocator Clause(IPage page, string title) => page.Locator(".clause-list > li").Filter(new() { HasText = title });

    private static async Task Write(IPage page, string clause, string stance, string text)
    {
        await Clause(page, clause).GetByRole(AriaRole.Link).ClickAsync();
        await page.CheckAsync($"[name='stance'][value='{stance}']");
        await page.FillAsync("[name='text']", text);
        await page.ClickAsync("button[value='list']");
        await Expect(Clause(page, clause)).ToContainTextAsync(text);
    }
}
