using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Vuosikello.Web.Tests.History;

public sealed class HistoryPageTests(Site site) : IClassFixture<Site>
{
    [Theory]
    [InlineData("fi", "Historia", "hyväksyi vuoden 2026 vuosikellon.")]
    [InlineData("sv", "Historik", "godkände årsklockan för 2026.")]
    [InlineData("en", "History", "adopted the annual cycle of 2026.")]
    public async Task A_history_is_told_in_the_readers_language(string language, string title, string sentence)
    {
        var page = await (await site.Visit()).Get($"/kuuma-seutu/history?kind=annualCycle&lang={language}");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains($">{title}</h1>", page.Text, StringComparison.Ordinal);
        Assert.Contains(sentence, page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dates_that_are_the_wrong_way_round_are_told()
    {
        var page = await (await site.Visit()).Get("/kuuma-seutu/history?from=2026-03-02&to=2026-03-01");

        Assert.Contains("Päivät ovat väärin päin", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_somebody_did_stands_with_who_when_and_what_was_before_and_after()
    {
        var editor = await site.Visit(Site.EditorOfTuusula);
        string activity = await Plan(editor, "Ilta Tuusulassa");
        var form = await editor.Form($"{activity}/edit");
        form["title.fi"] = ["Ilta kirjastossa"];
        await editor.Post($"{activity}/edit", form);

        string toMember = (await editor.Get("/kuuma-seutu/history")).Text;
        string toPublic = (await (await site.Visit()).Get("/kuuma-seutu/history")).Text;

        Assert.Contains("muutti toiminnon ”Ilta Tuusulassa” nimeä.", toMember, StringComparison.Ordinal);
        Assert.Matches("ennen: </span>Ilta Tuusulassa</del>.*nyt: </span>Ilta kirjastossa</ins>", toMember);
        Assert.Matches("<time datetime=\"2026-11-22T10:00:00Z\">12.00</time>", toMember);
        Assert.Contains("su 22.11.2026", toMember, StringComparison.Ordinal);
        // the demo calls its people by their organisation, which is then said once
        Assert.Contains(">Muokkaaja, Tuusulan kunta muutti toiminnon ”Ilta Tuusulassa” nimeä.", toMember, StringComparison.Ordinal);
        Assert.Contains(">Tuusulan kunta muutti toiminnon ”Ilta Tuusulassa” nimeä.", toPublic, StringComparison.Ordinal);
        Assert.DoesNotContain("Muokkaaja", toPublic, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_entry_has_an_address_of_its_own_that_shows_it()
    {
        var visitor = await site.Visit();
        string page = (await visitor.Get("/kuuma-seutu/history")).Html;
        var links = Regex.Matches(page, "href=\"(?<address>/kuuma-seutu/history\\?before=\\d+)#(?<anchor>e\\d+)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5));
        Assert.Equal(50, links.Count);
        var last = links[^1];

        string shown = (await visitor.Get(last.Groups["address"].Value)).Html;

        Assert.Equal(shown.IndexOf("<li class=\"happening\"", StringComparison.Ordinal), shown.IndexOf($"<li class=\"happening\" id=\"{last.Groups["anchor"].Value}\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Older_pages_follow_until_the_founding_and_no_entry_comes_twice()
    {
        var visitor = await site.Visit();
        List<string> anchors = [];
        string? next = "/paijat-hame/history";
        string page = "";
        while (next is not null)
        {
            page = (await visitor.Get(next)).Html;
            anchors.AddRange(Regex.Matches(page, "<li class=\"happening\" id=\"(?<id>e\\d+)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5)).Select(m => m.Groups["id"].Value));
            next = Regex.Match(page, "href=\"(?<a>[^\"]*)\" rel=\"next\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5)) is { Success: true } match ? WebUtility.HtmlDecode(match.Groups["a"].Value) : null;
        }

        Assert.True(anchors.Count > 50);
        Assert.Equal(anchors.Distinct(), anchors);
        Assert.Contains("perusti kumppanuuden", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
    }

    [Fact]
    public void The_public_may_ask_for_less_at_once_than_members()
    {
        var all = new Microsoft.AspNetCore.Http.QueryCollection(new Dictionary<string, Microsoft.Extensions.Primitives.StringValues> { ["count"] = "500" });

        Assert.Equal((500, 100), (Vuosikello.Web.History.HistoryQuery.Parse(all, new(true, Vuosikello.Domain.Memberships.Sight.Everything)).Count, Vuosikello.Web.History.HistoryQuery.Parse(all, default).Count));
    }

    [Fact]
    public async Task A_filter_narrows_says_so_and_stays_for_the_next_page()
    {
        string page = (await (await site.Visit()).Get("/kuuma-seutu/history?kind=activity-planned&from=2026-01-01&to=2026-12-31&partner=-&count=2")).Text;

        Assert.Contains("Rajaus: 1.1.–31.12.2026; Lisättiin vuosikelloon; Kumppanuus itse (koordinaattori)", page, StringComparison.Ordinal);
        Assert.Equal(2, Regex.Count(page, "<li class=\"happening\"", RegexOptions.None, TimeSpan.FromSeconds(5)));
        Assert.DoesNotContain("vahvisti toiminnon", page, StringComparison.Ordinal);
        Assert.Matches("href=\"/kuuma-seutu/history\\?from=2026-01-01&to=2026-12-31&kind=activity-planned&partner=-&count=2&before=\\d+\" rel=\"next\"", page);
    }

    [Fact]
    public async Task What_cannot_be_read_of_a_filter_is_said_and_does_not_narrow()
    {
        string page = (await (await site.Visit()).Get("/kuuma-seutu/history?from=eilen&kind=what")).Text;

        Assert.Contains("eilen", page, StringComparison.Ordinal);
        Assert.Contains("ds-error-summary", page, StringComparison.Ordinal);
        Assert.Contains("<li class=\"happening\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_public_cannot_ask_what_one_person_did()
    {
        var visitor = await site.Visit();

        string page = (await visitor.Get($"/kuuma-seutu/history?member={Site.CoordinatorOfKuuma}")).Text;
        var api = await visitor.Get($"/api/partnerships/kuuma-seutu/history?member={Site.CoordinatorOfKuuma}");

        Assert.DoesNotContain("name=\"member\"", page, StringComparison.Ordinal);
        Assert.Contains("<li class=\"happening\"", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, api.Status);
    }

    [Fact]
    public async Task A_year_and_an_activity_have_histories_of_their_own()
    {
        var editor = await site.Visit(Site.EditorOfTuusula);
        string activity = await Plan(editor, "Oma historia");

        var ofActivity = await editor.Get($"/kuuma-seutu/activities/{activity.Split('/')[^1]}/history");
        var ofYear = await editor.Get("/kuuma-seutu/2009/history");

        Assert.Contains("Historia: Oma historia</h1>", ofActivity.Text, StringComparison.Ordinal);
        Assert.Equal(1, Regex.Count(ofActivity.Html, "<li class=\"happening\"", RegexOptions.None, TimeSpan.FromSeconds(5)));
        Assert.Contains("Historia: Vuosikello 2009</h1>", ofYear.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_public_is_told_nothing_of_a_draft_and_of_an_agreement_only_what_is_in_force()
    {
        var draft = await new Agreements.AgreementScene(site).Draft("Salainen luonnos.");
        var inForce = await new Agreements.AgreementScene(site).SignedByAll();
        var (member, visitor) = (await site.Visit(Site.CoordinatorOfKuuma), await site.Visit());

        Assert.Contains("Salainen luonnos.", (await member.Get($"{draft.Address}/history")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.Get($"{draft.Address}/history")).Status);
        Assert.DoesNotContain("Salainen luonnos.", (await visitor.Get("/kuuma-seutu/history?count=500")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("agreement-clause-added", (await visitor.Get("/api/partnerships/kuuma-seutu/history?count=500")).Html, StringComparison.Ordinal);
        Assert.Equal(1, Regex.Count((await visitor.Get($"{inForce.Address}/history")).Html, "<li class=\"happening\"", RegexOptions.None, TimeSpan.FromSeconds(5)));
    }

    [Fact]
    public async Task Years_and_activities_lead_to_their_histories()
    {
        var editor = await site.Visit(Site.EditorOfTuusula);
        string activity = await Plan(editor, "Johtaa historiaan");

        Assert.Contains($"href=\"/kuuma-seutu/activities/{activity.Split('/')[^1]}/history\"", (await editor.Get(activity)).Html, StringComparison.Ordinal);
        Assert.Contains("href=\"/kuuma-seutu/2026/history\"", (await editor.Get("/kuuma-seutu/2026")).Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/no-such/history")]
    [InlineData("/kuuma-seutu/1999/history")]
    [InlineData("/kuuma-seutu/agreements/no-such/history")]
    [InlineData("/paijat-hame/history?stream=cycle-kuuma-seutu-2026")]
    public async Task What_has_no_history_is_not_found(string address) => Assert.Equal(HttpStatusCode.NotFound, (await (await site.Visit()).Get(address)).Status);

    [Fact]
    public async Task The_API_has_the_same_entries_and_names_people_to_members_only()
    {
        var member = JsonDocument.Parse((await (await site.Visit(Site.CoordinatorOfKuuma)).Get("/api/partnerships/kuuma-seutu/history?count=3&kind=annualCycle")).Html).RootElement;
        var visitor = JsonDocument.Parse((await (await site.Visit()).Get("/api/partnerships/kuuma-seutu/history?count=3&kind=annualCycle")).Html).RootElement;

        Assert.Equal(3, member.GetProperty("entries").GetArrayLength());
        var (known, unknown) = (member.GetProperty("entries")[0], visitor.GetProperty("entries")[0]);
        Assert.Equal("annualCycle", known.GetProperty("about").GetString());
        Assert.Equal(known.GetProperty("position").GetInt64(), unknown.GetProperty("position").GetInt64());
        Assert.True(known.GetProperty("stamp").TryGetProperty("by", out _));
        Assert.False(unknown.GetProperty("stamp").TryGetProperty("by", out _));
    }

    private static async Task<string> Plan(Visitor editor, string title)
    {
        var form = await editor.Form("/kuuma-seutu/2026/activities/new");
        form["title.fi"] = [title];
        form["time.kind"] = ["months"];
        form["time.firstMonth"] = ["2026-05"];
        var answer = await editor.Post("/kuuma-seutu/2026/activities/new", form);
        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
        return answer.Location!.ToString().Split('#', '?')[0];
    }
}
