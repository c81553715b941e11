using Microsoft.Playwright;
using Vuosikello.ServerKit;

namespace Vuosikello.Browser.Tests;

[Collection(nameof(People_at_work))]
public sealed class Without_a_mouse_and_without_JavaScript(Browser browser)
{
    [Fact]
    public async Task The_first_tab_leads_past_the_navigation_to_the_content()
    {
        await using var person = await browser.Person();
        await person.Page.GotoAsync("/kuuma-seutu/2009");
        await person.Page.Keyboard.PressAsync("Tab");
        await person.Page.Keyboard.PressAsync("Enter");
        Assert.Equal("main", await person.Page.EvaluateAsync<string>("() => (document.activeElement.closest('main') ?? document.activeElement).tagName.toLowerCase()"));
    }

    [Fact]
    public async Task Everything_that_can_be_clicked_is_reached_by_tab_and_shows_its_focus()
    {
        await using var person = await browser.Person(Members.KuumaCoordinator);
        await person.Page.GotoAsync("/kuuma-seutu/2009");
        int clickable = await person.Page.EvaluateAsync<int>(
            "() => [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')].filter(e => e.checkVisibility() && !e.disabled && e.tabIndex >= 0).length");
        var reached = new HashSet<string>(StringComparer.Ordinal);
        for (int i = 0; i < clickable + 20; i++)
        {
            await person.Page.Keyboard.PressAsync("Tab");
            string? at = await person.Page.EvaluateAsync<string?>(
                """
                () => {
                  const e = document.activeElement;
                  if (!e || e === document.body) return null;
                  const style = getComputedStyle(e);
                  const label = e.closest('label');
                  const seen = s => s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0 || s.boxShadow !== 'none';
                  const shown = seen(style) || (label && seen(getComputedStyle(label))) || [...e.querySelectorAll('*')].some(x => seen(getComputedStyle(x)) || getComputedStyle(x).strokeWidth !== '0px');
                  return (shown ? '' : 'INVISIBLE ') + [...document.querySelectorAll('*')].indexOf(e) + ' ' + e.outerHTML.slice(0, 80);
                }
                """);
            if (at is null) break;
            Assert.DoesNotContain("INVISIBLE", at, StringComparison.Ordinal);
            reached.Add(at);
        }
        // Radio buttons of one group are one stop, and the wheel is walked by arrows, so a few less are reached than can be clicked.
        Assert.True(reached.Count >= 20, $"Only {reached.Count} of {clickable} were reached.");
    }

    [Fact]
    public async Task An_activity_is_planned_edited_and_cancelled_by_keyboard_alone()
    {
        await using var person = await browser.Person(Members.KuumaCoordinator);
        await PlanEditCancel(person.Page, submit: async button =>
        {
            await button.FocusAsync();
            await person.Page.Keyboard.PressAsync("Enter");
        });
    }

    [Fact]
    public async Task An_activity_is_planned_edited_and_cancelled_without_JavaScript()
    {
        await using var person = await browser.Person(Members.KuumaCoordinator, javaScript: false);
        await PlanEditCancel(person.Page, submit: button => button.ClickAsync());
    }

    private static async Task PlanEditCancel(IPage page, Func<ILocator, Task> submit)
    {
        string title = Kuuma.Title("Ilman hiirtä");
        await page.GotoAsync("/kuuma-seutu/2009/activities/new");
        await page.FillAsync("[name='title.fi']", title);
        await page.Locator("[name='time.kind'][value='days']").FocusAsync();
        await page.Keyboard.PressAsync("Space");
        await page.FillAsync("[name='time.first']", "2009-10-05");
        await submit(page.Locator(".form-actions button[type=submit]"));
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync(title);

        await page.GotoAsync("/kuuma-seutu/2009");
        await submit(page.Locator(".entry").Filter(new() { HasText = title }).Locator(".entry-edit"));
        await page.FillAsync("[name='title.fi']", title + " uusi");
        await submit(page.Locator(".form-actions button[type=submit]"));
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync(title + " uusi");

        var cancelling = page.Locator("details").Filter(new() { Has = page.Locator("form[action$='/cancel']") });
        await submit(cancelling.Locator("summary"));
        await page.FillAsync("[name='reason.fi']", "Sali on kiinni");
        await submit(cancelling.Locator("button[type=submit]"));
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Sali on kiinni");
    }
}
