using Microsoft.Playwright;

namespace Vuosikello.Browser.Tests;

/// <summary>The working rules of KUUMA-seutu, whose draft has clauses and open proposals in the demo.</summary>
internal static class Rules
{
    public const string Draft = "/kuuma-seutu/rules/draft";

    /// <summary>The address with <c>CLAUSE</c> or <c>PROPOSAL</c> at its beginning replaced by that of one in the draft.</summary>
    public static async Task<string> Addressed(IPage member, string address)
    {
        string? links = address.Split('/')[0] switch
        {
            "CLAUSE" => "a[href$='/change']",
            "PROPOSAL" => "a[href*='/rules/proposals/']",
            _ => null,
        };
        if (links is null) return address;
        await member.GotoAsync(Draft);
        string found = (await member.Locator($"#rules-draft {links}").First.GetAttributeAsync("href"))!;
        return address.StartsWith("CLAUSE", StringComparison.Ordinal) ? found[..^"/change".Length] + address["CLAUSE".Length..] : found;
    }

    /// <summary>Adds a clause about premises.</summary>
    public static async Task AddClause(IPage coordinator, string title, string text)
    {
        await coordinator.GotoAsync($"{Draft}/clauses/new?heading=premises");
        await coordinator.FillAsync("[name='title.fi']", title);
        await coordinator.FillAsync("[name='text.fi']", text);
        await coordinator.ClickAsync("button[value='save']");
        await Assertions.Expect(Clause(coordinator, title)).ToBeVisibleAsync();
    }

    /// <summary>A clause of the draft, with the proposals on it.</summary>
    public static ILocator Clause(IPage page, string title) =>
        page.Locator(".rules-clause").Filter(new() { Has = page.GetByRole(AriaRole.Heading, new() { Name = title }) });

    public static Task OpenForm(IPage page, string title) => Clause(page, title).Locator("a[href$='/change']").ClickAsync();
}
