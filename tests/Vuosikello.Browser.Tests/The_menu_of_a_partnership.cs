using Microsoft.Playwright;
using Vuosikello.ServerKit;

namespace Vuosikello.Browser.Tests;

/// <summary>What is seldom needed opens over the page, and gets out of the way again.</summary>
[Collection(nameof(People_at_work))]
public sealed class The_menu_of_a_partnership(Browser browser)
{
    [Fact]
    public async Task Stands_in_one_row_for_a_coordinator_in_the_longest_language()
    {
        await using var person = await browser.Person(Members.KuumaCoordinator);
        await person.Page.SetViewportSizeAsync(1280, 900);

        await person.Page.GotoAsync("/kuuma-seutu/2009?lang=sv");

        var box = await person.Page.Locator(".partnership-nav").BoundingBoxAsync();
        Assert.InRange(box!.Height, 1, 64);
    }

    [Fact]
    public async Task Closes_by_Escape_and_gives_the_focus_back()
    {
        await using var person = await browser.Person(Members.KuumaCoordinator);
        await person.Page.GotoAsync("/kuuma-seutu/2009");
        var more = person.Page.Locator(".nav-more");
        await more.Locator("summary").PressAsync("Enter");
        await person.Page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(more.Locator("a").First).ToBeFocusedAsync();

        await person.Page.Keyboard.PressAsync("Escape");

        await Assertions.Expect(more).Not.ToHaveAttributeAsync("open", "");
        await Assertions.Expect(more.Locator("summary")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Closes_when_the_reader_goes_on_elsewhere()
    {
        await using var person = await browser.Person(Members.KuumaCoordinator);
        await person.Page.GotoAsync("/kuuma-seutu/2009");
        var more = person.Page.Locator(".nav-more");
        await more.Locator("summary").ClickAsync();
        await Assertions.Expect(more.Locator("ul")).ToBeVisibleAsync();

        await person.Page.Locator("h1").ClickAsync();

        await Assertions.Expect(more.Locator("ul")).ToBeHiddenAsync();
    }
}
