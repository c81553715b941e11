using System.Globalization;
using System.Text;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Vuosikello.ServerKit;

namespace Vuosikello.Browser.Tests;

/// <summary>A table brought into a year by somebody with a browser.</summary>
[Collection(nameof(People_at_work))]
public sealed class Importing_a_file(Browser browser)
{
    // a year of its own: many activities in one week would be in the way of who looks at the others
    private const string Year = "/pohjois-karjala/2015";
    private const string Import = Year + "/import";
    private const string Headings = "tunniste;otsikko;alkupäivä;alkuaika;loppuaika;paikka;alue;kuvaus\n";

    [Fact]
    public async Task The_preview_with_all_that_it_can_show_passes_axe_and_fits_into_320_pixels()
    {
        await using var person = await browser.Person(Members.KarelianCoordinator);
        string title = Kuuma.Title("Tuotu ilta");
        await Preview(person.Page, Headings + $"axe;{title};3.3.2015;17;19;Sali;;\n");
        await person.Page.ClickAsync(".file-form button[type=submit]");
        await Expect(person.Page, "Tiedosto on tuotu");
        await Others(title);

        string word = new('x', 120);
        await Preview(person.Page, Headings + $"axe;{title};4.3.2015;17;19;Kirjasto {word};;{word}\naxe2;Uusi {word};5.3.2015;18;;;;\naxe3;Väärä;31.2.2015;;;;Nurmijarv;\n");
        await Expect(person.Page, "Ota tiedoston arvo");
        await PassesAxe(person.Page, "on a desktop");
        await person.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await person.Page.SetViewportSizeAsync(390, 844);
        await PassesAxe(person.Page, "on a dark phone");
        await person.Page.SetViewportSizeAsync(320, 844);
        Assert.True(await person.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth") <= 320);
    }

    [Fact]
    public async Task A_long_file_goes_on_by_itself_and_without_JavaScript_by_its_button()
    {
        string rows = string.Concat(Enumerable.Range(0, 130).Select(i => string.Create(CultureInfo.InvariantCulture, $"pitka{i};Pitkä {i};3.6.2015;;;;;\n")));
        await using var scripted = await browser.Person(Members.KarelianCoordinator);
        await Preview(scripted.Page, Headings + rows);
        await scripted.Page.ClickAsync(".file-form button[type=submit]");
        await Expect(scripted.Page, "Tiedosto on tuotu");

        await using var plain = await browser.Person(Members.KarelianCoordinator, javaScript: false);
        await Preview(plain.Page, Headings + rows.Replace(";3.6.2015", ";4.6.2015", StringComparison.Ordinal));
        await plain.Page.ClickAsync(".file-form button[type=submit]");
        await Expect(plain.Page, "100 / 130 tuotu");
        await plain.Page.ClickAsync("form[data-continue] button[type=submit]");
        await Expect(plain.Page, "Tiedosto on tuotu");
        Assert.Contains("Muutettu 130", await plain.Page.InnerTextAsync(".file-counts"), StringComparison.Ordinal);
    }

    private static async Task Preview(IPage page, string table)
    {
        await page.GotoAsync(Import);
        await page.SetInputFilesAsync("#i-file", new FilePayload { Name = "vuosi.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(table) });
        await page.ClickAsync("form[enctype] button[type=submit]");
        await Expect(page, "Mitään ei ole vielä tallennettu");
    }

    /// <summary>Somebody else moves the activity to another place.</summary>
    private async Task Others(string title)
    {
        await using var other = await browser.Person(Members.KarelianCoordinator);
        await other.Page.GotoAsync(Year);
        await other.Page.Locator(".entry").Filter(new() { HasText = title }).Locator(".entry-edit").ClickAsync();
        await other.Page.FillAsync("[name='venue.name']", "Kulttuuritalo");
        await other.Page.ClickAsync(".activity-form .form-actions button[type=submit]");
        await Expect(other.Page, "Kulttuuritalo");
    }

    private static Task Expect(IPage page, string text) => Assertions.Expect(page.Locator("main")).ToContainTextAsync(text);

    private static async Task PassesAxe(IPage page, string where)
    {
        var result = await page.RunAxe(new AxeRunOptions { RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] } });
        Assert.True(result.Violations.Length == 0, $"{where}:\n" + string.Join("\n", result.Violations.Select(v => $"{v.Id}: {v.Help}\n  " + string.Join("\n  ", v.Nodes.Take(5).Select(n => n.Html)))));
    }
}
