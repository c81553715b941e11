using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Vuosikello.ServerKit;

namespace Vuosikello.Browser.Tests;

/// <summary>What holds for each page there is: accessible, usable on a narrow screen and zoomed in, in three languages.</summary>
public sealed class Every_page(Browser browser) : IClassFixture<Browser>
{
    public static TheoryData<string, string?> Pages()
    {
        var pages = new TheoryData<string, string?>();
        foreach (string address in (string[])["/", "/sign-in", "/kuuma-seutu/2009", "/kuuma-seutu/2009?view=table", "/kuuma-seutu/2009?rings=areas", "/kuuma-seutu/2009?at=2009-03-01T12:00", "/kuuma-seutu/2009?at=foo", "/kuuma-seutu/2009?at=2001-01-01T00:00", "/paijat-hame/2012", "/kuuma-seutu/subscribe", "/kuuma-seutu/reviews", "/kuuma-seutu/2009/compare?from=2009-02-26T12:00&to=2009-03-01T12:00", "/no-such-page"])
            pages.Add(address, null);
        foreach (string address in (string[])["/kuuma-seutu/2009", "/kuuma-seutu/2009/activities/new", "ACTIVITY", "ACTIVITY/edit", "ACTIVITY/reschedule", "ACTIVITY/cancel", "ACTIVITY/hold", "/kuuma-seutu/settings", "/kuuma-seutu/years", "/kuuma-seutu/2009/setup", "/kuuma-seutu/2009/import"])
            pages.Add(address, Members.KuumaCoordinator);
        foreach (string address in (string[])["/kuuma-seutu/history", "/kuuma-seutu/history?kind=annualCycle", "/kuuma-seutu/2009/history"]) pages.Add(address, null);
        foreach (var (address, member) in ((string, string?)[])
            [
                ("/kuuma-seutu/agreements", null), ("IN-FORCE", null), ("/kuuma-seutu/agreements", Members.KuumaCoordinator), ("/kuuma-seutu/agreements/new", Members.KuumaCoordinator),
                ("DRAFT", Members.KuumaCoordinator), ("DRAFT/edit", Members.KuumaCoordinator), ("OFFERED/sign", Members.KeravaSignatory), ("OFFERED/sign", Members.KuumaCoordinator),
                ("IN-FORCE", Members.TuusulaSignatory), ("IN-FORCE/notice", Members.TuusulaSignatory), ("IN-FORCE/edit", Members.KuumaCoordinator),
            ])
            pages.Add(address, member);
        foreach (string address in (string[])["/kuuma-seutu/rules", "/kuuma-seutu/rules/versions/2010", "/kuuma-seutu/rules/compare", "/kuuma-seutu/rules?at=2010-03-01T12:00"]) pages.Add(address, null);
        foreach (string address in (string[])["/kuuma-seutu/rules", "/kuuma-seutu/rules/draft", "/kuuma-seutu/rules/adopt", "/kuuma-seutu/rules/headings", "/kuuma-seutu/rules/draft/clauses/new?heading=premises", "CLAUSE/change", "CLAUSE/move", "CLAUSE/remove", "PROPOSAL"])
            pages.Add(address, Members.KuumaCoordinator);
        pages.Add("/kuuma-seutu/rules/draft", Members.TuusulaEditor);
        pages.Add("/pohjois-karjala/rules/start", Members.KarelianCoordinator);
        foreach (string address in (string[])["", "/new", "/kesapiha", "/kesapiha/answers", "/toimintapaketti-2010", "/toimintapaketti-2010/answers", "/toimintapaketti-2010/summary"])
            pages.Add($"/kuuma-seutu/rounds{address}", Members.KuumaCoordinator);
        foreach (string address in (string[])["", "/kesapiha", "/kesapiha/statement", "/kesapiha/statement?clause=general", "STATED-CLAUSE", "/toimintapaketti-2010/summary"])
            pages.Add(address == "STATED-CLAUSE" ? address : $"/kuuma-seutu/rounds{address}", Members.OmenapuuEditor);
        foreach (string address in (string[])["/account", "/account/second-step", "/account/acting", "/kuuma-seutu/members", "/kuuma-seutu/history?from=2026-01-01", "/kuuma-seutu/changes", "/kuuma-seutu/calendar-links"]) pages.Add(address, Members.KuumaCoordinator);
        return pages;
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Passes_axe_on_a_desktop_and_on_a_phone_fits_into_320_pixels_and_speaks_three_languages(string address, string? member)
    {
        await using var person = await browser.Person(member);
        await Open(person, address);
        await PassesAxe(person.Page, $"{address} on a desktop");

        await person.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await person.Page.SetViewportSizeAsync(390, 844);
        await PassesAxe(person.Page, $"{address} on a dark phone");

        // 640 px is also what a desktop of 1,280 px has left at 200 percent.
        foreach (int width in (int[])[640, 320])
        {
            await person.Page.SetViewportSizeAsync(width, 844);
            int needed = await person.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth");
            Assert.True(needed <= width, $"{address} needs {needed} px where there are {width}.");
        }

        await SpeaksTheLanguageThatIsAskedFor(person, browser.Server.Address);
    }

    /// <summary>Nothing is drawn for it: what the server writes is read, once in each language.</summary>
    private static async Task SpeaksTheLanguageThatIsAskedFor(Person person, Uri server)
    {
        foreach (string language in (string[])["fi", "sv", "en"])
        {
            await person.Context.AddCookiesAsync([new() { Name = "lang", Value = language, Url = server.ToString() }]);
            var answer = await person.Context.APIRequest.GetAsync(person.Page.Url);
            string html = await answer.TextAsync();
            Assert.Contains($"<html lang=\"{language}\"", html, StringComparison.Ordinal);
            Assert.Single(Regex.Matches(html, "<h1[ >]", RegexOptions.None, TimeSpan.FromSeconds(1)));
            Assert.DoesNotMatch(@"\b(Board|Activity|Problem|Field|Page|Event|Kinds?|Label|History|Round|Phase|Stance|Answer)\.[A-Za-z]+\b", Regex.Replace(html, "<[^>]*>", " ", RegexOptions.None, TimeSpan.FromSeconds(1)));
        }
    }

    private static async Task PassesAxe(IPage page, string where)
    {
        var result = await page.RunAxe(new AxeRunOptions { RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] } });
        Assert.True(result.Violations.Length == 0, $"{where}:\n" + string.Join("\n", result.Violations.Select(v =>
            $"{v.Id}: {v.Help}\n  " + string.Join("\n  ", v.Nodes.Take(5).Select(n => n.Html)))));
    }

    private async Task Open(Person person, string address) => await person.Page.GotoAsync(await AddressOf(person, address));

    private async Task<string> AddressOf(Person person, string address)
    {
        if (address.StartsWith("ACTIVITY", StringComparison.Ordinal))
        {
            var activity = await Kuuma.Plan(browser.Server, Kuuma.Title("Sivun katselu"));
            address = address.Replace("ACTIVITY", $"/kuuma-seutu/2009/activities/{activity}", StringComparison.Ordinal);
        }
        if (address == "STATED-CLAUSE")
        {
            await person.Page.GotoAsync("/kuuma-seutu/rounds/kesapiha/statement");
            address = await person.Page.Locator("a[href*='statement?clause=']:not([href*='general'])").First.GetAttributeAsync("href") ?? "";
        }
        return await Agreements.Addressed(browser, await Rules.Addressed(person.Page, address));
    }
}
