using System.Net;
using System.Text.RegularExpressions;

namespace Vuosikello.Web.Tests.Compare;

/// <summary>The demo's year 2009, of whose forum was said on 27 February that it was held.</summary>
public sealed class Side_by_side(Site site) : IClassFixture<Site>
{
    private const string Board = "/kuuma-seutu/2009";
    private const string Sides = "from=2009-02-26T12:00&to=2009-03-01T12:00";

    [Fact]
    public async Task A_board_at_two_moments_shows_what_changed_word_by_word()
    {
        var answer = await (await site.Visit()).Get($"{Board}/compare?{Sides}");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Contains("Muuttunut 1, lisätty 0, poistettu 0, ennallaan 8", answer.Text, StringComparison.Ordinal);
        Assert.Contains("<del>", answer.Html, StringComparison.Ordinal);
        Assert.Contains("<ins>", answer.Html, StringComparison.Ordinal);
        Assert.Contains("26.2.2009 klo 12.00", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_not_there_is_added()
    {
        var answer = await (await site.Visit()).Get($"{Board}/compare?from=2009-01-01T12:00&to=2009-03-01T12:00");
        Assert.Contains("Muuttunut 0, lisätty 9, poistettu 0, ennallaan 0", answer.Text, StringComparison.Ordinal);
        Assert.Contains("(ei vielä ollut)", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_activity_is_compared_field_by_field()
    {
        var visitor = await site.Visit();
        string board = (await visitor.Get($"{Board}/compare?{Sides}")).Html;
        Assert.DoesNotContain("activities/", board[board.IndexOf("<main", StringComparison.Ordinal)..], StringComparison.Ordinal);
        string link = Regex.Match((await visitor.Get(Board)).Html, "<a class=\"ds-link\" href=\"(?<link>[^\"]*/activities/[^\"?]*)[^>]*><span[^>]*>Kumppanuusfoorumi", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5)).Groups["link"].Value;
        var answer = await visitor.Get($"{link}/compare?{Sides}");
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Contains("Muuttunut 1, lisätty 0, poistettu 0, ennallaan 10", answer.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.Get($"{Board}/activities/00000000-0000-0000-0000-000000000001/compare?{Sides}")).Status);
    }

    [Theory]
    [InlineData("rules/compare", "rules")]
    [InlineData("2009/compare", "2009")]
    public async Task The_menu_shows_under_what_the_compared_thing_is(string page, string item)
    {
        string html = (await (await site.Visit()).Get($"/kuuma-seutu/{page}")).Html;
        Assert.Matches($"<a href=\"/kuuma-seutu/{(item == "2009" ? "\\d{4}" : item)}\" aria-current=\"page\"", html);
    }

    [Fact]
    public async Task Without_sides_there_is_a_form_to_choose_them()
    {
        var answer = await (await site.Visit()).Get($"{Board}/compare");
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Contains("id=\"moment-from\" name=\"from\"", answer.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("compare-counts", answer.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("from=foo&to=now", "”foo” ei ole päivä ja kellonaika")]
    [InlineData("from=2009-02-26T12:00&to=2099-01-01T00:00", "on vielä edessä")]
    public async Task What_cannot_be_compared_is_said(string query, string words)
    {
        var answer = await (await site.Visit()).Get($"{Board}/compare?{query}");
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains(words, answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_there_is_not_cannot_be_compared()
    {
        var visitor = await site.Visit();
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.Get("/kuuma-seutu/1999/compare")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.Get("/kuuma-seutu/agreements/ei-ole/compare")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.Get("/muu/rules/compare")).Status);
    }

    [Fact]
    public async Task A_board_of_the_past_leads_to_its_comparison_with_now()
    {
        var answer = await (await site.Visit()).Get($"{Board}?at=2009-02-26T12:00");
        Assert.Contains($"{Board}/compare?from=2009-02-26T12%3A00&to=now", answer.Text, StringComparison.Ordinal);
        Assert.Contains($"href=\"{Board}/compare\"", answer.Html, StringComparison.Ordinal);
    }
}
