using System.Net;
using System.Text.RegularExpressions;

namespace Vuosikello.Web.Tests;

/// <summary>Whoever saved is told so, once, on the page that comes next.</summary>
public sealed class DoneMessageTests(Site site) : IClassFixture<Site>
{
    private const string Year = "/kuuma-seutu/2026";

    [Theory]
    [InlineData("fi", "Toiminto on lisätty.")]
    [InlineData("sv", "Aktiviteten har lagts till.")]
    [InlineData("en", "The activity has been added.")]
    public async Task A_new_activity_is_confirmed_once_in_the_readers_language(string language, string expected)
    {
        var coordinator = await site.Visit(Site.CoordinatorOfKuuma, language);

        string activity = await Plan(coordinator);

        Assert.Equal(expected, Said(await coordinator.Get(activity)));
        Assert.Null(Said(await coordinator.Get(activity)));
    }

    [Fact]
    public async Task Every_step_of_an_activity_is_confirmed()
    {
        var coordinator = await site.Visit(Site.CoordinatorOfKuuma);
        string activity = await Plan(coordinator);
        string[] token = (await coordinator.Form($"{activity}/edit"))["__RequestVerificationToken"];
        foreach (var (step, lands, expected) in new[]
        {
            ("confirm", activity, "Toiminto on vahvistettu."), ("return", activity, "Toiminto on palautettu ehdotukseksi."),
            ("cancel", activity, "Toiminto on peruttu. Perumisen voi vielä ottaa takaisin."), ("reinstate", activity, "Toiminto on taas ohjelmassa."),
            ("hold", activity, "Toiminto on merkitty pidetyksi."), ("revoke", activity, "Merkintä pidetystä on kumottu."),
            ("withdraw", Year, "Toiminto on poistettu."),
        })
        {
            var answer = await coordinator.Post($"{activity}/{step}", new() { ["__RequestVerificationToken"] = token });
            Assert.Equal((step, HttpStatusCode.SeeOther), (step, answer.Status));
            Assert.Equal(expected, Said(await coordinator.Get(lands)));
        }
    }

    [Fact]
    public async Task Edits_and_moves_and_forms_that_change_nothing_are_told_apart()
    {
        var coordinator = await site.Visit(Site.CoordinatorOfKuuma);
        string activity = await Plan(coordinator);
        var untouched = await coordinator.Form($"{activity}/edit");
        var edit = await coordinator.Form($"{activity}/edit");
        edit["venue.name"] = ["Kirjasto"];
        var move = await coordinator.Form($"{activity}/reschedule");
        move["time.startDay"] = ["2026-06-09"];

        await coordinator.Post($"{activity}/edit", untouched);
        Assert.StartsWith("Mikään ei muuttunut", Said(await coordinator.Get(activity)), StringComparison.Ordinal);
        await coordinator.Post($"{activity}/edit", edit);
        Assert.Equal("Muutokset on tallennettu.", Said(await coordinator.Get(activity)));
        await coordinator.Post($"{activity}/reschedule", move);
        Assert.Equal("Uusi aika on tallennettu.", Said(await coordinator.Get(activity)));
        await coordinator.Post($"{activity}/undo", new() { ["__RequestVerificationToken"] = edit["__RequestVerificationToken"], ["version"] = ["1"] });
        Assert.Equal("Muutos on kumottu.", Said(await coordinator.Get(activity)));
    }

    [Theory]
    [InlineData("/kuuma-seutu/2027/setup", "emphasis", "Painopiste on tallennettu.")]
    [InlineData("/kuuma-seutu/2027/setup", "open", "Vuoden vaihe on muutettu.")]
    [InlineData("/kuuma-seutu/settings", "add-theme", "Muutokset on tallennettu.")]
    public async Task A_year_and_a_partnership_confirm_what_was_done(string page, string what, string expected)
    {
        var coordinator = await site.Visit(Site.CoordinatorOfKuuma);
        string[] token = (await coordinator.Form($"{Year}/activities/new"))["__RequestVerificationToken"];
        await coordinator.Post("/kuuma-seutu/settings", new() { ["__RequestVerificationToken"] = token, ["do"] = ["add-year"], ["year"] = ["2027"] });
        await coordinator.Get("/kuuma-seutu/settings");

        await coordinator.Post(page, new() { ["__RequestVerificationToken"] = token, ["do"] = [what], ["emphasis.fi"] = ["Nuoret"], ["name.fi"] = ["Vesistöt"] });

        Assert.Equal(expected, Said(await coordinator.Get(page)));
    }

    private static async Task<string> Plan(Visitor coordinator)
    {
        var form = await coordinator.Form($"{Year}/activities/new");
        form["title.fi"] = ["Vahvistuksen ilta"];
        form["time.startDay"] = ["2026-05-05"];
        form["time.startClock"] = ["16:00"];
        form["time.endClock"] = ["18:00"];
        return (await coordinator.Post($"{Year}/activities/new", form)).Location!.ToString();
    }

    private static string? Said(Answer answer)
    {
        var said = Regex.Match(answer.Text, "<p class=\"ds-alert done\"[^>]*role=\"status\"[^>]*>(?<text>[^<]*)</p>", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5));
        return said.Success ? said.Groups["text"].Value : null;
    }
}
