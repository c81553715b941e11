using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Vuosikello.Web.Tests.Subscribe;

/// <summary>The page Subscribe, without JavaScript: what is picked stands in its address.</summary>
public sealed class Composing_a_calendar(Site site) : IClassFixture<Site>
{
    private const string Page = "/kuuma-seutu/subscribe";

    [Theory]
    [InlineData("", "/feeds/kuuma-seutu.ics")]
    [InlineData("?year=2009", "/feeds/kuuma-seutu/2009.ics")]
    [InlineData("?area=nurmijarvi", "/feeds/kuuma-seutu/areas/nurmijarvi.ics")]
    [InlineData("?theme=tilat", "/feeds/kuuma-seutu/themes/tilat.ics")]
    [InlineData("?partner=tuusula", "/feeds/kuuma-seutu/partners/tuusula.ics")]
    [InlineData("?area=nurmijarvi&theme=tilat", "/feeds/kuuma-seutu.ics?area=nurmijarvi&theme=tilat")]
    [InlineData("?theme=tilat&area=nurmijarvi&area=nurmijarvi", "/feeds/kuuma-seutu.ics?area=nurmijarvi&theme=tilat")]
    [InlineData("?year=2009&area=nurmijarvi", "/feeds/kuuma-seutu/2009.ics?area=nurmijarvi")]
    [InlineData("?language=sv&deadlines=yes&spans=no&alarm=2h", "/feeds/kuuma-seutu.ics?lang=sv&deadlines=yes&spans=no&alarm=2h")]
    [InlineData("?year=1999&area=no-such&alarm=soon&language=xx&deadlines=maybe", "/feeds/kuuma-seutu.ics")]
    public async Task What_is_picked_makes_an_address_where_there_is_a_calendar(string query, string address)
    {
        var reader = await site.Visit();

        var page = await reader.Get(Page + query);

        Assert.Equal("http://localhost" + address, AddressOn(page));
        Assert.Contains($"href=\"{WebUtility.HtmlEncode(address)}\"", page.Html, StringComparison.Ordinal);
        Assert.StartsWith("BEGIN:VCALENDAR", (await reader.Get(address)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_working_group_is_picked_where_there_are_any()
    {
        var reader = await site.Visit();

        var karelia = await reader.Get("/pohjois-karjala/subscribe?group=terveys&year=2014");

        Assert.Equal("http://localhost/feeds/pohjois-karjala/2014.ics?group=terveys", AddressOn(karelia));
        Assert.Equal("http://localhost/feeds/pohjois-karjala/groups/terveys.ics", AddressOn(await reader.Get("/pohjois-karjala/subscribe?group=terveys")));
        Assert.Contains("(työryhmä: Terveyden teemaryhmä)", karelia.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"group\"", (await reader.Get(Page)).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_thousands_of_partners_some_are_shown_and_the_others_found_by_name_and_what_is_chosen_stays()
    {
        await using var own = new Site();
        var coordinator = await own.Visit(Site.CoordinatorOfKuuma);
        string[] token = (await coordinator.Form("/kuuma-seutu/2026/activities/new"))["__RequestVerificationToken"];
        for (int i = 1; i <= 60; i++)
        {
            var added = await coordinator.Post("/kuuma-seutu/partners/new", new()
            {
                ["name.fi"] = [$"Kylayhdistys {i:000} ry"],
                ["kind"] = ["Association"],
                ["__RequestVerificationToken"] = token,
            });
            Assert.Equal(HttpStatusCode.SeeOther, added.Status);
        }

        string all = (await coordinator.Get(Page)).Text;
        string found = (await coordinator.Get(Page + "?find-partner=kylayhdistys+06&partner=tuusula")).Text;

        Assert.Equal(50, Regex.Count(all, "name=\"partner\"", RegexOptions.None, TimeSpan.FromSeconds(5)));
        Assert.Contains("name=\"find-partner\"", all, StringComparison.Ordinal);
        Assert.Equal(["tuusula", "kylayhdistys-060-ry"], Regex.Matches(found, "name=\"partner\" value=\"(?<id>[^\"]*)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5)).Select(match => match.Groups["id"].Value));
    }

    [Fact]
    public async Task The_form_sent_as_it_stands_makes_the_same_calendar_again()
    {
        var reader = await site.Visit();
        const string Query = "?year=2009&language=sv&alarm=1d&area=nurmijarvi&area=mantsala-pornainen&theme=tilat&deadlines=yes&spans=no";
        var page = await reader.Get(Page + Query);

        var fields = Visitor.FormWith(page.Html, "data-composer");
        string again = string.Join('&', fields.SelectMany(field => field.Value.Select(value => $"{field.Key}={Uri.EscapeDataString(value)}")));

        Assert.Equal(AddressOn(page), AddressOn(await reader.Get($"{Page}?{again}")));
        Assert.Contains("spans=no", again, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fi", "", "/feeds/kuuma-seutu.ics")]
    [InlineData("sv", "", "/feeds/kuuma-seutu.ics?lang=sv")]
    [InlineData("sv", "?language=fi", "/feeds/kuuma-seutu.ics")]
    [InlineData("en", "?year=2009", "/feeds/kuuma-seutu/2009.ics?lang=en")]
    public async Task The_calendar_speaks_the_language_of_the_page_unless_another_is_picked(string language, string query, string address) =>
        Assert.Equal("http://localhost" + address, AddressOn(await (await site.Visit(language: language)).Get(Page + query)));

    [Fact]
    public async Task Every_way_into_a_program_leads_to_the_same_calendar()
    {
        var page = await (await site.Visit()).Get(Page + "?area=nurmijarvi");
        string address = Uri.EscapeDataString("http://localhost/feeds/kuuma-seutu/areas/nurmijarvi.ics");

        Assert.Contains($"href=\"https://outlook.office.com/calendar/0/addfromweb?url={address}&name=KUUMA-seutu", page.Text, StringComparison.Ordinal);
        Assert.Contains($"href=\"https://outlook.live.com/calendar/0/addfromweb?url={address}&name=KUUMA-seutu", page.Text, StringComparison.Ordinal);
        Assert.Contains("href=\"https://calendar.google.com/calendar/r?cid=webcal%3A%2F%2Flocalhost%2Ffeeds%2Fkuuma-seutu%2Fareas%2Fnurmijarvi.ics\"", page.Text, StringComparison.Ordinal);
        Assert.Equal(2, Regex.Count(page.Text, Regex.Escape("href=\"webcal://localhost/feeds/kuuma-seutu/areas/nurmijarvi.ics\""), RegexOptions.None, TimeSpan.FromSeconds(5)));
    }

    [Fact]
    public async Task Whoever_cannot_be_reached_by_Google_and_Outlook_is_told_so()
    {
        var page = await (await site.Visit(language: "en")).Get(Page);

        Assert.Contains("The address localhost works only on this machine or in this network.", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fi", "KUUMA-seutu: vuoden 2009 toiminnot (alue: ", "Muistutus tulee 2 tuntia ennen alkua toiminnoista, joilla on kellonaika, ei koko päivän merkinnöistä.")]
    [InlineData("sv", "KUUMA-regionen: aktiviteterna år 2009 (område: ", "Påminnelse kommer 2 timmar före start för det som har klockslag, inte för det som varar hela dagen.")]
    [InlineData("en", "KUUMA region: the activities of 2009 (area: ", "A reminder comes 2 hours before the start for what has a time of day, not for all-day entries.")]
    public async Task What_it_holds_is_said_in_words(string language, string held, string reminder)
    {
        string words = Holds(await (await site.Visit(language: language)).Get(Page + "?year=2009&area=nurmijarvi&alarm=2h&spans=no"));

        Assert.Contains(held + "Nurmijärvi)", words, StringComparison.Ordinal);
        Assert.Contains(reminder, words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fi", "?area=nurmijarvi&alarm=1h", "Muistutus tulee tunti ennen alkua toiminnoista,", "Koko seutua koskeva on mukana, kun sekin alue on valittu.")]
    [InlineData("sv", "?area=nurmijarvi&partner=kerava&alarm=1d", "Påminnelse kommer ett dygn före start för", "Med är bara det som uppfyller alla de här villkoren.")]
    [InlineData("en", "?area=nurmijarvi&partner=kerava&alarm=1d", "A reminder comes a day before the start for", "Only what meets all of these conditions is in it.")]
    public async Task What_a_choice_leaves_out_is_said_and_one_hour_is_not_one_hours(string language, string query, string reminder, string limits)
    {
        string words = Holds(await (await site.Visit(language: language)).Get(Page + query));

        Assert.Contains(reminder, words, StringComparison.Ordinal);
        Assert.Contains(limits, words, StringComparison.Ordinal);
        Assert.DoesNotContain(limits, Holds(await (await site.Visit(language: language)).Get(Page)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("5x", "The reminder “5x” is not one that we know, so the calendar does not remind.")]
    [InlineData("2h", null)]
    public async Task A_reminder_that_nobody_knows_is_said_to_be_unknown(string alarm, string? told)
    {
        string page = (await (await site.Visit(language: "en")).Get($"{Page}?alarm={alarm}")).Text;

        if (told is null) Assert.DoesNotContain("not one that we know", page, StringComparison.Ordinal);
        else Assert.Contains(told, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_preview_shows_what_the_file_holds_and_counts_it()
    {
        var reader = await site.Visit(language: "en");

        string page = (await reader.Get(Page + "?year=2009&theme=tilat")).Text;
        string file = (await reader.Get("/feeds/kuuma-seutu/2009.ics?lang=en&theme=tilat")).Text;

        string[] titles = [.. Regex.Matches(file, "^SUMMARY:(?<title>.*?)\r?$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5)).Select(match => match.Groups["title"].Value.Replace("\\", "", StringComparison.Ordinal))];
        Assert.NotEmpty(titles);
        Assert.All(titles, title => Assert.Contains($"<p class=\"preview-title\">{title}</p>", page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task When_it_was_fetched_last_is_said_in_Finnish_time_and_until_then_that_it_was_not()
    {
        await using var own = new Site();
        var reader = await own.Visit(language: "en");
        const string Query = Page + "?area=nurmijarvi";
        Assert.Contains("This calendar has not been fetched once since 22 Nov 2026, 12:00", (await reader.Get(Query)).Text, StringComparison.Ordinal);

        own.Clock.Now = Site.Today + NodaTime.Duration.FromMinutes(75);
        await reader.Get("/feeds/kuuma-seutu/areas/nurmijarvi.ics?lang=en");

        Assert.Contains("This calendar has been fetched once in the last 24 hours, on 22 Nov 2026, 13:15.", (await reader.Get(Query)).Text, StringComparison.Ordinal);
        Assert.Contains("has not been fetched once since", (await reader.Get(Page)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Members_are_led_to_their_own_links_and_others_to_signing_in()
    {
        string member = (await (await site.Visit(Site.EditorOfTuusula)).Get(Page)).Html;
        string reader = (await (await site.Visit()).Get(Page)).Html;

        Assert.Contains("href=\"/kuuma-seutu/calendar-links\"", member, StringComparison.Ordinal);
        Assert.Contains("href=\"/sign-in?return=%2Fkuuma-seutu%2Fcalendar-links\"", reader, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Programs_get_the_same_of_a_calendar_over_the_API()
    {
        await using var own = new Site();
        var reader = await own.Visit();
        await reader.Get("/feeds/kuuma-seutu/2009.ics?lang=sv&theme=tilat");

        using var calendar = JsonDocument.Parse((await reader.Get("/api/partnerships/kuuma-seutu/calendar?year=2009&theme=tilat&lang=sv")).Html);

        var said = calendar.RootElement;
        Assert.Equal("http://localhost/feeds/kuuma-seutu/2009.ics?lang=sv&theme=tilat", said.GetProperty("address").GetString());
        Assert.Equal("webcal://localhost/feeds/kuuma-seutu/2009.ics?lang=sv&theme=tilat", said.GetProperty("subscribe").GetProperty("apple").GetString());
        Assert.True(said.GetProperty("events").GetInt32() > 0);
        Assert.Equal((1, "2026-11-22T10:00:00Z"), (said.GetProperty("fetchedLastDay").GetInt32(), said.GetProperty("fetchedLast").GetString()));
        Assert.Equal(HttpStatusCode.NotFound, (await reader.Get("/api/partnerships/no-such/calendar")).Status);
    }

    private static string Holds(Answer page) => Regex.Replace(
        Regex.Match(page.Text, "<p class=\"holds\".*?</p>", RegexOptions.Singleline, TimeSpan.FromSeconds(5)).Value, "<[^>]+>|\\s+", " ", RegexOptions.None, TimeSpan.FromSeconds(5));

    private static string AddressOn(Answer page) => Regex.Match(page.Text, "id=\"feed-address\"[^>]*>(?<address>[^<]*)<", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5)).Groups["address"].Value;
}
