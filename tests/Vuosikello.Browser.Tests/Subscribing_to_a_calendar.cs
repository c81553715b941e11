using System.Diagnostics;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Vuosikello.ServerKit;

namespace Vuosikello.Browser.Tests;

/// <summary>The page on which most people meet Vuosikello.</summary>
[Collection(nameof(People_at_work))]
public sealed class Subscribing_to_a_calendar(Browser browser)
{
    private const string Subscribe = "/kuuma-seutu/subscribe";

    [Fact]
    public async Task The_calendar_follows_what_is_picked_without_leaving_the_page()
    {
        await using var person = await browser.Person();
        var page = person.Page;
        await page.GotoAsync($"{Subscribe}?year=2009");
        await page.EvaluateAsync("() => document.body.dataset.stayed = 'yes'");
        string all = await page.Locator(".holds").InnerTextAsync();

        await page.Locator(".composer-box > summary").ClickAsync();
        await page.Locator("summary", new() { HasText = "Alueet" }).ClickAsync();
        await page.Locator("#compose-area-nurmijarvi").CheckAsync();

        await Assertions.Expect(page.Locator("#feed-address")).ToHaveValueAsync(Full("/feeds/kuuma-seutu/2009.ics?area=nurmijarvi"));
        await Assertions.Expect(page.Locator(".holds")).ToContainTextAsync("Nurmijärvi");
        await Assertions.Expect(page.Locator("#chosen-area")).ToHaveTextAsync("1 valittu");
        await Assertions.Expect(page.Locator("button[data-copy]")).ToBeVisibleAsync();
        Assert.NotEqual(all, await page.Locator(".holds").InnerTextAsync());
        Assert.EndsWith("?year=2009&language=fi&area=nurmijarvi", page.Url, StringComparison.Ordinal);
        Assert.Equal("yes", await page.EvaluateAsync<string>("() => document.body.dataset.stayed"));
        Assert.True(await page.Locator("#compose-area-nurmijarvi").EvaluateAsync<bool>("box => box === document.activeElement"));

        await page.Locator("#compose-area-nurmijarvi").UncheckAsync();
        await Assertions.Expect(page.Locator(".holds")).ToHaveTextAsync(all, new() { UseInnerText = true });
    }

    [Fact]
    public async Task The_calendar_is_composed_without_JavaScript()
    {
        await using var person = await browser.Person(javaScript: false);
        var page = person.Page;
        await page.GotoAsync(Subscribe);

        await page.Locator(".composer-box > summary").ClickAsync();
        await page.SelectOptionAsync("#compose-year", "2009");
        await page.Locator("summary", new() { HasText = "Teemat" }).ClickAsync();
        await page.Locator("#compose-theme-tilat").CheckAsync();
        await page.Locator(".composer button[type=submit]").ClickAsync();

        await Assertions.Expect(page.Locator("#feed-address")).ToHaveValueAsync(Full("/feeds/kuuma-seutu/2009.ics?theme=tilat"));
        await Assertions.Expect(page.Locator("#compose-theme-tilat")).ToBeCheckedAsync();
    }

    [Theory]
    [InlineData("fi", 1280)]
    [InlineData("sv", 390)]
    [InlineData("en", 320)]
    public async Task With_everything_opened_the_page_is_accessible_and_fits(string language, int width)
    {
        await using var person = await browser.Person(language: language, width: width);
        var page = person.Page;
        await page.GotoAsync($"{Subscribe}?year=2009&area=nurmijarvi&area=koko-seutu&deadlines=yes");
        await page.EvaluateAsync("() => document.querySelectorAll('main details').forEach(details => details.open = true)");

        var result = await page.RunAxe(new AxeRunOptions { RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] } });

        Assert.True(result.Violations.Length == 0, string.Join("\n", result.Violations.Select(v => $"{v.Id}: {v.Help}\n  {string.Join("\n  ", v.Nodes.Take(5).Select(n => n.Html))}")));
        int needed = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth");
        Assert.True(needed <= width, $"The page needs {needed} px where there are {width}.");
    }

    [Theory]
    [InlineData(ColorScheme.Light, Media.Screen)]
    [InlineData(ColorScheme.Dark, Media.Screen)]
    [InlineData(ColorScheme.Dark, Media.Print)]
    public async Task A_reader_of_QR_codes_finds_the_page_with_the_same_choices(ColorScheme scheme, Media media)
    {
        await using var person = await browser.Person(language: "sv", scheme: scheme);
        await person.Page.EmulateMediaAsync(new() { Media = media, ColorScheme = scheme });
        await person.Page.GotoAsync($"{Subscribe}?year=2009&area=nurmijarvi&theme=tilat");
        using var folder = new TemporaryFolder();
        string picture = Path.Combine(folder.Path, "qr.png");
        await person.Page.Locator(".qr").ScreenshotAsync(new() { Path = picture });

        string read = await Scan(picture);

        Assert.Equal(Full($"{Subscribe}?year=2009&area=nurmijarvi&theme=tilat&lang=sv"), read);
        await person.Page.GotoAsync(read);
        await Assertions.Expect(person.Page.Locator("#feed-address")).ToHaveValueAsync(Full("/feeds/kuuma-seutu/2009.ics?lang=sv&area=nurmijarvi&theme=tilat"));
    }

    private string Full(string address) => new Uri(browser.Server.Address, address).AbsoluteUri;

    /// <summary>zbar, from Debian.</summary>
    private static async Task<string> Scan(string picture)
    {
        using var scanner = Process.Start(new ProcessStartInfo("zbarimg", ["--quiet", "--raw", "--nodbus", picture]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        string read = await scanner.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        string complaint = await scanner.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await scanner.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(scanner.ExitCode == 0, $"zbarimg found no code: {complaint}");
        return read.Trim();
    }
}
