using System.Globalization;
using Vuosikello.ServerKit;

namespace Vuosikello.Browser.Tests;

/// <summary>Agreements between Tuusula and Kerava, made once by people at browsers: a draft, one that lies before the parties, and one in force that is being amended.</summary>
internal static class Agreements
{
    private const string All = "/kuuma-seutu/agreements";

    private static readonly SemaphoreSlim One = new(1);
    private static readonly Dictionary<string, string> Made = new(StringComparer.Ordinal);

    /// <summary>The address with <c>DRAFT</c>, <c>OFFERED</c> or <c>IN-FORCE</c> at its beginning replaced by that agreement's own.</summary>
    public static async Task<string> Addressed(Browser browser, string address)
    {
        string name = address.Split('/')[0];
        if (name.Length == 0) return address;
        await One.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            if (!Made.TryGetValue(name, out string? made)) Made[name] = made = await Make(browser, name);
            return made + address[name.Length..];
        }
        finally
        {
            One.Release();
        }
    }

    private static async Task<string> Make(Browser browser, string name)
    {
        await using var coordinator = await browser.Person(Members.KuumaCoordinator);
        string agreement = await Draft(coordinator, $"Sopimus {name}");
        if (name == "DRAFT") return agreement;

        await Press(coordinator, agreement, "Vie sopijapuolten hyväksyttäväksi");
        if (name == "OFFERED") return agreement;
        foreach (string member in (string[])[Members.TuusulaSignatory, Members.KeravaSignatory]) await Approve(browser, member, agreement);
        foreach (string member in (string[])[Members.TuusulaSignatory, Members.KeravaSignatory]) await Sign(browser, member, agreement);
        await coordinator.Page.GotoAsync(agreement);
        await coordinator.Page.Locator("summary", new() { HasText = "Muuta sopimusta" }).ClickAsync();
        await coordinator.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Muuta sopimusta" }).ClickAsync();
        return agreement;
    }

    private static async Task<string> Draft(Person coordinator, string title)
    {
        var page = coordinator.Page;
        await page.GotoAsync($"{All}/new");
        await page.FillAsync("[name='title.fi']", title);
        foreach (string party in (string[])["tuusula", "kerava"]) await page.CheckAsync($"[name='parties'][value='{party}']");
        await page.FillAsync("[name='from']", "2009-01-01");
        await page.FillAsync("[name='notice']", "3");
        await page.ClickAsync(".activity-form [type='submit']");

        var clause = page.Locator("[data-form='clause-new']");
        await clause.Locator("[name='title.fi']").FillAsync("Kustannukset");
        await clause.Locator("[name='text.fi']").FillAsync("Tilat ovat maksuttomia.");
        await clause.Locator("[type='submit']").ClickAsync();

        await page.Locator("#commitment-new summary").ClickAsync();
        var commitment = page.Locator("[data-form='commitment-new']");
        await commitment.Locator("[name='what.fi']").FillAsync("Julkaisee vapaat ajat");
        await commitment.Locator("[value='yearly']").CheckAsync();
        await commitment.Locator("[name='day']").FillAsync("31");
        await commitment.Locator("[type='submit']").ClickAsync();

        await page.Locator("#attachment-new summary").ClickAsync();
        var attachment = page.Locator("[data-form='attachment-new']");
        await attachment.Locator("[name='title.fi']").FillAsync("Luettelo tiloista");
        await attachment.Locator("[name='link']").FillAsync("https://example.org/luettelo.pdf");
        await attachment.Locator("[name='sha256']").FillAsync(new string('a', 64));
        await attachment.Locator("[type='submit']").ClickAsync();
        return new Uri(page.Url).AbsolutePath.Replace("/edit", "", StringComparison.Ordinal);
    }

    private static async Task Press(Person person, string agreement, string button)
    {
        await person.Page.GotoAsync(agreement);
        await person.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = button }).ClickAsync();
    }

    /// <summary>The day in Helsinki on which the server answered: a body approves no version before it was there.</summary>
    private static string DayOf(Microsoft.Playwright.IResponse answer) =>
        TimeZoneInfo.ConvertTime(DateTimeOffset.Parse(answer.Headers["date"], CultureInfo.InvariantCulture), TimeZoneInfo.FindSystemTimeZoneById("Europe/Helsinki"))
            .ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static async Task Approve(Browser browser, string member, string agreement)
    {
        await using var person = await browser.Person(member);
        var answer = await person.Page.GotoAsync($"{agreement}/sign");
        var form = person.Page.Locator("[data-form='approve']");
        await form.Locator("[name='body.fi']").FillAsync("Kunnanhallitus");
        await form.Locator("[name='metOn']").FillAsync(DayOf(answer!));
        await form.Locator("[type='submit']").ClickAsync();
    }

    private static async Task Sign(Browser browser, string member, string agreement)
    {
        await using var person = await browser.Person(member);
        await person.Page.GotoAsync($"{agreement}/sign");
        await person.Page.CheckAsync("[name='read']");
        await person.Page.Locator("[data-form='sign'] [type='submit']").ClickAsync();
    }
}
