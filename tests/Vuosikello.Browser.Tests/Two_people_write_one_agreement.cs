using Microsoft.Playwright;
using Vuosikello.ServerKit;

namespace Vuosikello.Browser.Tests;

[Collection(nameof(People_at_work))]
public sealed class Two_people_write_one_agreement(Browser browser)
{
    private static ILocatorAssertions Expect(ILocator locator) => Assertions.Expect(locator);

    private static ILocator Clause(IPage page, string title) => page.Locator("#clause-list > li").Filter(new() { HasText = title });

    private static ILocator FormOf(ILocator clause) => clause.Locator("form[data-live-form]");

    /// <summary>An agreement of Tuusula and Kerava with one clause.</summary>
    /// <returns>The address of its draft's editor.</returns>
    private static async Task<string> Draft(IPage coordinator)
    {
        await coordinator.GotoAsync("/kuuma-seutu/agreements/new");
        await coordinator.FillAsync("[name='title.fi']", Kuuma.Title("Tilasopimus"));
        await coordinator.CheckAsync("[name='parties'][value='tuusula']");
        await coordinator.CheckAsync("[name='parties'][value='kerava']");
        await coordinator.FillAsync("[name='from']", "2027-01-01");
        await coordinator.Locator("main form button[type=submit]").ClickAsync();
        await coordinator.WaitForURLAsync("**/edit*");
        string address = new Uri(coordinator.Url).AbsolutePath;
        await AddClause(coordinator, "Tilat", "Tilat ovat maksuttomia.");
        return address;
    }

    private static async Task AddClause(IPage page, string title, string text)
    {
        var form = page.Locator("form[data-form='clause-new']");
        if (!await form.IsVisibleAsync()) await page.Locator("#clause-new > summary").ClickAsync();
        await form.Locator("[name='title.fi']").FillAsync(title);
        await form.Locator("[name='text.fi']").FillAsync(text);
        await form.Locator("button[type=submit]").ClickAsync();
        await Expect(Clause(page, title)).ToBeVisibleAsync();
    }

    private static async Task Write(ILocator clause, string text)
    {
        await clause.Locator("summary").ClickAsync();
        await FormOf(clause).Locator("[name='text.fi']").FillAsync(text);
    }

    private static Task Save(ILocator clause) => FormOf(clause).Locator("button[type=submit]").ClickAsync();

    [Fact]
    public async Task A_clause_that_one_adds_shows_in_the_others_editor_and_on_the_agreements_page()
    {
        await using var coordinator = await browser.Person(Members.KuumaCoordinator);
        string editor = await Draft(coordinator.Page);
        await using var other = await browser.Person(Members.TuusulaEditor);
        await other.Page.OpenLive(editor);
        await using var reading = await browser.Person(Members.KeravaSignatory);
        await reading.Page.OpenLive(editor.Replace("/edit", "", StringComparison.Ordinal));
        await Write(Clause(other.Page, "Tilat"), "Kesken");

        await AddClause(coordinator.Page, "Tiedottaminen", "Kerromme toisillemme ajoissa.");

        await Expect(Clause(other.Page, "Tiedottaminen")).ToBeVisibleAsync();
        await Expect(FormOf(Clause(other.Page, "Tilat")).Locator("[name='text.fi']")).ToHaveValueAsync("Kesken");
        await Expect(reading.Page.Locator("#agreement-main .clause")).ToHaveCountAsync(2);
        await other.Page.WasNotReloaded();
        await reading.Page.WasNotReloaded();

        // The form that came alive is whole: what is written into it is saved.
        await Write(Clause(other.Page, "Tiedottaminen"), "Kerromme viikkoa ennen.");
        await Save(Clause(other.Page, "Tiedottaminen"));
        await Expect(Clause(coordinator.Page, "Tiedottaminen")).ToContainTextAsync("Kerromme viikkoa ennen.");
    }

    [Theory]
    [InlineData("mine", "Tilat ovat maksuttomia yhdistyksille.")]
    [InlineData("theirs", "Tilat ovat maksuttomia iltaisin.")]
    public async Task Two_editors_in_one_clause_lose_nothing_and_the_second_chooses(string choice, string wanted)
    {
        await using var one = await browser.Person(Members.KuumaCoordinator);
        string editor = await Draft(one.Page);
        await one.Page.OpenLive(editor);
        await using var other = await browser.Person(Members.TuusulaEditor);
        await other.Page.OpenLive(editor);

        await Write(Clause(one.Page, "Tilat"), "Tilat ovat maksuttomia iltaisin.");
        await Expect(Clause(other.Page, "Tilat")).ToHaveAttributeAsync("data-edited-by", "Koordinaattori, KUUMA-seutu muokkaa parhaillaan");
        await Write(Clause(other.Page, "Tilat"), "Tilat ovat maksuttomia yhdistyksille.");
        await Save(Clause(one.Page, "Tilat"));

        await Expect(other.Page.Locator("[data-live-warning]")).ToContainTextAsync("Koordinaattori, KUUMA-seutu muutti juuri tätä kohtaa");
        await Expect(FormOf(Clause(other.Page, "Tilat")).Locator("[name='text.fi']")).ToHaveValueAsync("Tilat ovat maksuttomia yhdistyksille.");
        await Save(Clause(other.Page, "Tilat"));
        var clash = other.Page.Locator(".clash").First;
        await Expect(clash).ToContainTextAsync("Tilat ovat maksuttomia iltaisin.");
        await Expect(clash).ToContainTextAsync("Tilat ovat maksuttomia yhdistyksille.");

        await clash.Locator($"input[value='{choice}']").CheckAsync();
        await Save(Clause(other.Page, "Tilat"));
        await Expect(other.Page.Locator(".clash")).ToHaveCountAsync(0);
        await Expect(Clause(other.Page, "Tilat").Locator(".clause-text")).ToHaveTextAsync(wanted);
        await Expect(Clause(one.Page, "Tilat").Locator(".clause-text")).ToHaveTextAsync(wanted);
    }

    [Fact]
    public async Task An_editor_whose_line_was_cut_catches_up_and_keeps_what_was_written_meanwhile()
    {
        await using var coordinator = await browser.Person(Members.KuumaCoordinator);
        string editor = await Draft(coordinator.Page);
        await using var line = new CuttableLine(browser.Server.Address);
        await using var other = await browser.Person(Members.TuusulaEditor);
        await other.Page.OpenLive(new Uri(line.Address, editor).ToString());

        line.Cut();
        await Expect(other.Page.Locator("[data-live-connection]")).Not.ToBeEmptyAsync();
        await Write(Clause(other.Page, "Tilat"), "Kirjoitettu katkoksen aikana");
        await AddClause(coordinator.Page, "Tiedottaminen", "Kerromme toisillemme ajoissa.");
        await Write(Clause(coordinator.Page, "Tilat"), "Muutettu katkoksen aikana");
        await Save(Clause(coordinator.Page, "Tilat"));
        line.Mend();

        await Expect(Clause(other.Page, "Tiedottaminen")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await Expect(Clause(other.Page, "Tilat").Locator(".clause-text")).ToHaveTextAsync("Muutettu katkoksen aikana");
        await Expect(FormOf(Clause(other.Page, "Tilat")).Locator("[name='text.fi']")).ToHaveValueAsync("Kirjoitettu katkoksen aikana");
        await Expect(other.Page.Locator("[data-live-warning]")).ToContainTextAsync("muutti juuri tätä kohtaa");
        await other.Page.WasNotReloaded();
    }

    [Fact]
    public async Task A_clause_that_is_removed_under_the_hands_of_its_editor_stays_with_what_was_written()
    {
        await using var coordinator = await browser.Person(Members.KuumaCoordinator);
        string editor = await Draft(coordinator.Page);
        await using var other = await browser.Person(Members.TuusulaEditor);
        await other.Page.OpenLive(editor);
        await Write(Clause(other.Page, "Tilat"), "Tärkeä lisäys");

        await Clause(coordinator.Page, "Tilat").Locator("summary").ClickAsync();
        await Clause(coordinator.Page, "Tilat").Locator(".clause-remove button").ClickAsync();

        await Expect(other.Page.Locator("[data-live-warning]")).ToContainTextAsync("poisti juuri tämän kohdan");
        await Expect(FormOf(Clause(other.Page, "Tilat")).Locator("[name='text.fi']")).ToHaveValueAsync("Tärkeä lisäys");
        await Save(Clause(other.Page, "Tilat"));
        await Expect(other.Page.Locator("form[data-form='lost'] [name='text.fi']")).ToHaveValueAsync("Tärkeä lisäys");
    }
}
