using Microsoft.Playwright;

namespace Vuosikello.Browser.Tests;

/// <summary>What all tests of live pages do.</summary>
public static class LivePages
{
    /// <summary>Opens a page, marks it so that a reload would show, and waits until it is live.</summary>
    public static async Task OpenLive(this IPage page, string address)
    {
        await page.GotoAsync(address);
        await page.EvaluateAsync("() => { window.notReloaded = true; }");
        await page.IsLive();
    }

    /// <summary>Waits until the page has joined.</summary>
    public static Task IsLive(this IPage page) => Assertions.Expect(page.Locator("[data-live][data-here]")).ToBeAttachedAsync();

    public static async Task WasNotReloaded(this IPage page) =>
        Assert.True(await page.EvaluateAsync<bool>("() => window.notReloaded === true"), "The page was loaded again.");
}
