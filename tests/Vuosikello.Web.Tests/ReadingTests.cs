using System.Net;
using System.Text.RegularExpressions;
using Vuosikello.Web.Board;

namespace Vuosikello.Web.Tests;

/// <summary>What pages say to somebody who sees them for the first time.</summary>
public sealed class ReadingTests(Site site) : IClassFixture<Site>
{
    private const string Year = "/kuuma-seutu/2026";

    [Theory]
    [InlineData("fi", "viimeistään ti 8.12.2026 (viikkoa ennen)")]
    [InlineData("sv", "senast tis 8.12.2026 (en vecka före)")]
    [InlineData("en", "by Tue 8 Dec 2026 (a week before)")]
    public async Task The_last_day_to_register_is_said_with_its_date(string language, string expected)
    {
        string activity = await Plan(("time.startDay", "2026-12-15"), ("registration.kind", "before"), ("registration.days", "7"));

        Assert.Contains(expected, (await (await site.Visit(language: language)).Get(activity)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_role_is_shown_in_the_readers_language_or_marked_with_its_own()
    {
        string both = await Plan(("responsible.role.fi", "Seutukoordinaattori"), ("responsible.role.sv", "Regionkoordinator"));
        string finnish = await Plan(("responsible.role.fi", "Kylävastaava"));
        var swede = await site.Visit(language: "sv");

        string page = (await swede.Get(both)).Text;
        Assert.Contains("<span>Regionkoordinator</span>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Seutukoordinaattori", page, StringComparison.Ordinal);
        Assert.Contains("<span lang=\"fi\">Kylävastaava</span>", (await swede.Get(finnish)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_history_says_why_an_activity_was_cancelled()
    {
        var coordinator = await site.Visit(Site.CoordinatorOfKuuma);
        string activity = await Plan();
        string[] token = (await coordinator.Form($"{activity}/edit"))["__RequestVerificationToken"];

        await coordinator.Post($"{activity}/cancel", new() { ["__RequestVerificationToken"] = token, ["reason.fi"] = ["Sali palaa"] });

        string history = (await coordinator.Get(activity)).Text.Split("history-title")[^1];
        Assert.Matches("perui toiminnon .*Syy:</span> <q class=\"told-quote\"><span>Sali palaa</span></q>", history.ReplaceLineEndings(" "));
    }

    [Theory]
    [InlineData("fi", "Nimi puuttuu: kirjoita se ainakin yhdellä kielellä.")]
    [InlineData("sv", "Namnet saknas: skriv det på åtminstone ett språk.")]
    [InlineData("en", "The title is missing: write it in at least one language.")]
    public async Task A_missing_title_is_named_beside_everything_else_that_is_wrong(string language, string expected)
    {
        var coordinator = await site.Visit(Site.CoordinatorOfKuuma, language);
        var form = await coordinator.Form($"{Year}/activities/new");

        var refused = await coordinator.Post($"{Year}/activities/new", form);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Matches($"<a class=\"ds-link\" href=\"#field-title\">{Regex.Escape(expected)}</a>", refused.Text);
        Assert.Contains($"<p class=\"ds-validation-message\">{expected}</p>", refused.Text, StringComparison.Ordinal);
        Assert.Contains("href=\"#field-time\"", refused.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_of_the_running_year_marks_the_month_and_leads_to_it_and_others_do_not()
    {
        var reader = await site.Visit();
        var today = new MovingClock(Site.Today).Today();

        string running = (await reader.Get($"/kuuma-seutu/{today.Year}")).Text;
        string past = (await reader.Get("/kuuma-seutu/2009")).Text;

        Assert.Contains($"href=\"#month-name-{today.Month}\">Siirry tähän kuukauteen", running, StringComparison.Ordinal);
        Assert.Contains($"<section class=\"month month-now\" aria-labelledby=\"month-name-{today.Month}\"", running, StringComparison.Ordinal);
        Assert.DoesNotContain("month-now", past, StringComparison.Ordinal);
        Assert.DoesNotContain("Siirry tähän kuukauteen", past, StringComparison.Ordinal);
    }

    private async Task<string> Plan(params (string Field, string Value)[] with)
    {
        var coordinator = await site.Visit(Site.CoordinatorOfKuuma);
        var form = await coordinator.Form($"{Year}/activities/new");
        form["title.fi"] = ["Luettava ilta"];
        form["time.startDay"] = ["2026-05-05"];
        form["time.startClock"] = ["16:00"];
        form["time.endClock"] = ["18:00"];
        foreach (var (field, value) in with) form[field] = [value];
        return (await coordinator.Post($"{Year}/activities/new", form)).Location!.ToString();
    }
}
