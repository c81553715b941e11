using System.Net;

namespace Vuosikello.Web.Tests;

public sealed class PagesTests(Site site) : IClassFixture<Site>
{
    [Theory]
    [InlineData("fi", "Lausuntokierros")]
    [InlineData("sv", "Svenska")]
    [InlineData("en", "Annual cycle 2009")]
    public async Task A_board_speaks_the_language_of_the_address(string language, string expected)
    {
        var board = await (await site.Visit()).Get($"/kuuma-seutu/2009?lang={language}");

        Assert.Equal(HttpStatusCode.OK, board.Status);
        Assert.Contains($"<html lang=\"{language}\"", board.Html, StringComparison.Ordinal);
        Assert.Contains(expected, board.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_language_that_somebody_chose_is_remembered()
    {
        var visitor = await site.Visit();
        await visitor.Get("/?lang=sv");

        Assert.Contains("<html lang=\"sv\"", (await visitor.Get("/kuuma-seutu/2009")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_filter_in_the_address_narrows_list_and_count()
    {
        string board = (await (await site.Visit()).Get("/kuuma-seutu/2009?q=seminaari")).Text;

        Assert.Contains("Päätösseminaari", board, StringComparison.Ordinal);
        Assert.DoesNotContain("Työpaja 1", board, StringComparison.Ordinal);
        Assert.Contains("Näytetään 1 / ", board, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_table_says_the_same_as_the_list()
    {
        var visitor = await site.Visit();
        string list = (await visitor.Get("/kuuma-seutu/2009")).Html, table = (await visitor.Get("/kuuma-seutu/2009?view=table")).Html;

        Assert.Equal(Count(list, "id=\"a-"), Count(table, "id=\"r-"));
        Assert.True(Count(list, "id=\"a-") > 5);

        static int Count(string html, string what) => html.Split(what).Length - 1;
    }

    [Fact]
    public async Task The_wheel_stands_on_the_page_in_the_groups_that_an_open_board_changes()
    {
        string board = (await (await site.Visit()).Get("/kuuma-seutu/2009")).Html;

        int[] places = [.. new[]
        {
            "<g id=\"wheel-ground\" data-fragments", "id=\"wheel-frame\"", "id=\"wheel-hand\"", "<g id=\"wheel-entries\" data-fragments",
            "id=\"wheel-legend-place\" data-fragments", "id=\"wheel-legend\"",
        }.Select(part => board.IndexOf(part, StringComparison.Ordinal))];

        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
    }

    [Fact]
    public async Task The_front_page_leads_to_the_running_year_first()
    {
        string page = (await (await site.Visit()).Get("/")).Html;

        Assert.Contains("src=\"/kuuma-seutu/2026/wheel.svg", page, StringComparison.Ordinal);
        Assert.True(page.IndexOf("href=\"/kuuma-seutu/2026\"", StringComparison.Ordinal) < page.IndexOf("href=\"/kuuma-seutu/2009\"", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/kuuma-seutu/1999")]
    [InlineData("/no-such")]
    [InlineData("/kuuma-seutu/2009/activities/6f9619ff-8b86-4d01-b42d-00c04fc964ff")]
    public async Task What_does_not_exist_is_said_in_words(string address)
    {
        var answer = await (await site.Visit()).Get(address);

        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.Contains("Sivua ei löytynyt", answer.Text, StringComparison.Ordinal);
        Assert.Equal(address.StartsWith("/kuuma-seutu", StringComparison.Ordinal), answer.Html.Contains("href=\"/kuuma-seutu/subscribe\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_can_be_tried_stands_by_partnership_and_by_what_one_may_do()
    {
        string page = (await (await site.Visit()).Get("/sign-in")).Text;

        string[] inOrder = ["Koordinaattori, KUUMA-seutu", "Muokkaaja, Mallilan kansalaisopisto", "Allekirjoittaja, Keravan kaupunki", "Lukija, KUUMA-seutu", "Koordinaattori, Päijät-Häme", "Ohjausryhmän jäsen"];
        Assert.All(inOrder, name => Assert.Contains(name, page, StringComparison.Ordinal));
        Assert.Equal(inOrder, inOrder.OrderBy(name => page.IndexOf(name, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_public_is_led_to_sign_in_and_readers_are_told_that_they_may_not_edit()
    {
        var stranger = await (await site.Visit()).Get("/kuuma-seutu/2026/activities/new");
        var reader = await (await site.Visit(Site.SteeringGroup)).Get("/kuuma-seutu/2026/activities/new");

        Assert.Equal(HttpStatusCode.Redirect, stranger.Status);
        Assert.Contains("/sign-in", stranger.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, reader.Status);
        Assert.Contains("Sinulla ei ole oikeutta tähän", reader.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signing_in_leads_to_no_other_server()
    {
        var answer = await (await site.Visit()).Post("/sign-in/demo", new() { ["member"] = [Site.EditorOfTuusula], ["return"] = ["//example.org/"] });

        Assert.Equal("/", answer.Location!.ToString());
    }

    [Theory]
    [InlineData("/kuuma-seutu/settings")]
    [InlineData("/kuuma-seutu/subscribe")]
    [InlineData("/kuuma-seutu/2026/setup")]
    [InlineData("/kuuma-seutu/2026/activities/new")]
    [InlineData("/health/ready")]
    [InlineData("/sign-in")]
    public async Task The_coordinators_pages_open(string address) =>
        Assert.Equal(HttpStatusCode.OK, (await (await site.Visit(Site.CoordinatorOfKuuma)).Get(address)).Status);

    [Fact]
    public async Task Outside_Development_nobody_signs_in_as_a_demo_member()
    {
        await using var production = new Site { Environment = "Production" };
        var visitor = await production.Visit();

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await visitor.Post("/sign-in/demo", new() { ["member"] = [Site.CoordinatorOfKuuma] })).Status);
        Assert.Contains("Palvelua otetaan käyttöön", (await visitor.Get("/sign-in")).Text, StringComparison.Ordinal);
    }
}
