using System.Net;
using System.Text.RegularExpressions;

namespace Vuosikello.Web.Tests.Past;

/// <summary>The demo's year 2009: the forum of 26 February was marked as held the day after.</summary>
public sealed class As_it_was(Site site) : IClassFixture<Site>
{
    private const string Board = "/kuuma-seutu/2009";
    private const string Before = "at=2009-02-26T12:00";
    private const string After = "at=2009-03-01T12:00";

    private static string Attribute(string html, string pattern) =>
        WebUtility.HtmlDecode(Regex.Match(html, pattern, RegexOptions.Singleline, TimeSpan.FromSeconds(5)).Groups[1].Value);

    private static string ForumStatus(string html) => Attribute(html, """Kumppanuusfoorumi</span>.*?class="ds-tag status-([a-z]+)""");

    [Fact]
    public async Task The_board_shows_what_stood_on_it_and_says_when()
    {
        var visitor = await site.Visit();
        var before = await visitor.Get($"{Board}?{Before}");
        var after = await visitor.Get($"{Board}?{After}");

        Assert.Equal(HttpStatusCode.OK, before.Status);
        Assert.Contains("Tilanne 26.2.2009 klo 12.00.", before.Text, StringComparison.Ordinal);
        Assert.Equal(("proposed", "held"), (ForumStatus(before.Html), ForumStatus(after.Html)));
    }

    [Theory]
    [InlineData("sv", "Så här var det 26.2.2009 kl. 12.00.")]
    [InlineData("en", "As it was on 26 Feb 2009, 12:00.")]
    public async Task It_says_so_in_the_readers_language(string language, string words) =>
        Assert.Contains(words, (await (await site.Visit(language: language)).Get($"{Board}?{Before}")).Text, StringComparison.Ordinal);

    [Fact]
    public async Task Nothing_on_it_can_be_changed_and_nothing_follows()
    {
        var coordinator = await site.Visit(Site.CoordinatorOfKuuma);
        string now = (await coordinator.Get(Board)).Html, then = (await coordinator.Get($"{Board}?{After}")).Html;

        Assert.Contains("data-live=", now, StringComparison.Ordinal);
        Assert.Contains($"{Board}/activities/new", now, StringComparison.Ordinal);
        Assert.DoesNotContain("data-live=", then, StringComparison.Ordinal);
        Assert.DoesNotContain("/activities/new", then, StringComparison.Ordinal);
        Assert.DoesNotContain("/edit\"", then, StringComparison.Ordinal);
        string main = then[then.IndexOf("<main", StringComparison.Ordinal)..];
        Assert.DoesNotContain("method=\"post\"", main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_links_stay_at_the_moment_and_one_leads_back_to_now()
    {
        string html = (await (await site.Visit()).Get($"{Board}?rings=areas&{After}")).Html;

        string main = WebUtility.HtmlDecode(html[html.IndexOf("<main", StringComparison.Ordinal)..]);
        var links = Regex.Matches(main, """<a [^>]*href="(?<link>/kuuma-seutu/[^"]*)""", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5)).Select(m => m.Groups["link"].Value).Where(link => !link.Contains("/compare", StringComparison.Ordinal) && !link.EndsWith("/history", StringComparison.Ordinal)).ToList();
        Assert.Equal([$"{Board}?rings=areas"], links.Where(link => !link.Contains("at=2009-03-01T12%3A00", StringComparison.Ordinal)).Distinct());
        Assert.Contains(links, link => link.Contains("/activities/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_control_is_a_plain_form_that_keeps_how_the_page_is_shown()
    {
        string html = (await (await site.Visit()).Get($"{Board}?view=table")).Html;

        string form = Attribute(html, """(<form method="get" action="/kuuma-seutu/2009" class="past-form">.*?</form>)""");
        Assert.Contains("""type="datetime-local" id="past-at" name="at" """, form, StringComparison.Ordinal);
        Assert.Contains("""name="view" value="table" """, form, StringComparison.Ordinal);
        Assert.Contains("""<label class="ds-label" for="past-at">""", form, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("foo", "”foo” ei ole päivä ja kellonaika")]
    [InlineData("2099-01-01T00:00", "1.1.2099 klo 0.00 on vielä edessä")]
    public async Task What_cannot_be_shown_is_said_on_the_page_of_now(string at, string words)
    {
        var answer = await (await site.Visit()).Get($"{Board}?at={at}");

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains(words, answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("past-banner", answer.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_year_that_was_not_there_yet_is_said_to_be_so()
    {
        var answer = await (await site.Visit()).Get($"{Board}?at=2009-01-01T12:00");

        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.Contains("Tätä ei silloin ollut", answer.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await (await site.Visit()).Get("/kuuma-seutu/1999?at=2009-03-01T12:00")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await (await site.Visit()).Get("/muu/2009?at=2009-03-01T12:00")).Status);
    }

    [Fact]
    public async Task The_wheel_is_drawn_as_it_was()
    {
        var visitor = await site.Visit();
        string before = (await visitor.Get($"{Board}/wheel.svg?{Before}")).Html, after = (await visitor.Get($"{Board}/wheel.svg?{After}")).Html;

        Assert.Contains("is-proposed", Entry(before), StringComparison.Ordinal);
        Assert.Contains("is-held", Entry(after), StringComparison.Ordinal);
        Assert.Contains("at=2009-03-01T12%3A00", Entry(after), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.Get($"{Board}/wheel.svg?at=foo")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.Get($"{Board}/wheel.svg?at=2001-01-01T00:00")).Status);

        static string Entry(string svg) => Attribute(svg, "(<a [^>]*aria-label=\"[0-9. ]*Kumppanuusfoorumi[^>]*>)");
    }

    [Fact]
    public async Task An_activity_shows_its_state_and_the_history_up_to_the_moment()
    {
        var member = await site.Visit(Site.SteeringGroup);
        string link = Attribute((await member.Get($"{Board}?{Before}")).Html, """<a class="ds-link" href="([^"]*/activities/[^"?]*)[^>]*><span[^>]*>Kumppanuusfoorumi""");

        var before = await member.Get($"{link}?{Before}");
        var after = await member.Get($"{link}?{After}");

        Assert.Contains("status-proposed", before.Html, StringComparison.Ordinal);
        Assert.Contains("status-held", after.Html, StringComparison.Ordinal);
        Assert.Equal(1, Changes(after.Html) - Changes(before.Html));
        Assert.DoesNotContain("data-live=", before.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await member.Get($"{link}?at=2009-01-01T12:00")).Status);
        Assert.Contains("past-choice", (await member.Get(link)).Html, StringComparison.Ordinal);
        Assert.Equal(0, Changes((await (await site.Visit()).Get($"{link}?{After}")).Html));

        static int Changes(string html) => Regex.Count(html, "<li class=\"change\">", RegexOptions.None, TimeSpan.FromSeconds(5));
    }
}
