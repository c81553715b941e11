using Microsoft.Playwright;
using Vuosikello.ServerKit;

namespace Vuosikello.Browser.Tests;

[Collection(nameof(People_at_work))]
public sealed class Several_people_at_the_working_rules(Browser browser)
{
    private static ILocatorAssertions Expect(ILocator locator) => Assertions.Expect(locator);

    [Fact]
    public async Task A_proposal_appears_beside_its_clause_on_the_others_page_and_goes_into_the_text_when_it_is_taken()
    {
        string title = Kuuma.Title("Tilojen kunto");
        await using var coordinator = await browser.Person(Members.KuumaCoordinator);
        await Rules.AddClause(coordinator.Page, title, "Viat kerrotaan.");
        await coordinator.Page.OpenLive(Rules.Draft);
        await using var reading = await browser.Person(Members.AssociationsEditor);
        await reading.Page.OpenLive(Rules.Draft);
        await using var editor = await browser.Person(Members.TuusulaEditor);
        await editor.Page.GotoAsync(Rules.Draft);

        await Rules.OpenForm(editor.Page, title);
        await Expect(Rules.Clause(reading.Page, title)).ToHaveAttributeAsync("data-edited-by", "Muokkaaja, Tuusulan kunta muokkaa parhaillaan");
        await editor.Page.FillAsync("[name='text.fi']", "Viat kerrotaan heti.");
        await editor.Page.ClickAsync("button[value='propose']");

        var proposal = Rules.Clause(coordinator.Page, title).Locator(".rules-proposal");
        await Expect(proposal).ToContainTextAsync("heti");
        await Expect(Rules.Clause(reading.Page, title).Locator(".rules-proposal")).ToContainTextAsync("heti");
        await coordinator.Page.WasNotReloaded();

        await proposal.GetByRole(AriaRole.Link, new() { Name = "Avaa ehdotus" }).ClickAsync();
        await coordinator.Page.ClickAsync("button[value='take']");

        await Expect(Rules.Clause(reading.Page, title).Locator(".clause-text").First).ToHaveTextAsync("Viat kerrotaan heti.");
        await Expect(Rules.Clause(reading.Page, title).Locator(".rules-proposal")).ToHaveCountAsync(0);
        await reading.Page.WasNotReloaded();
    }

    [Fact]
    public async Task Who_writes_a_clause_is_warned_when_another_changes_it_and_keeps_what_was_written()
    {
        string title = Kuuma.Title("Tilojen siisteys");
        await using var coordinator = await browser.Person(Members.KuumaCoordinator);
        await Rules.AddClause(coordinator.Page, title, "Jäljet siivotaan.");
        await using var editor = await browser.Person(Members.TuusulaEditor);
        await editor.Page.GotoAsync(Rules.Draft);
        await Rules.OpenForm(editor.Page, title);
        await editor.Page.IsLive();
        await editor.Page.FillAsync("[name='text.fi']", "Jäljet siivotaan yhdessä.");

        await Rules.OpenForm(coordinator.Page, title);
        await coordinator.Page.FillAsync("[name='text.fi']", "Jäljet siivotaan heti.");
        await coordinator.Page.ClickAsync("button[value='save']");

        await Expect(editor.Page.Locator("[data-live-warning]")).ToContainTextAsync("muutti juuri tätä kohtaa");
        await Expect(editor.Page.Locator("[name='text.fi']")).ToHaveValueAsync("Jäljet siivotaan yhdessä.");
    }
}
