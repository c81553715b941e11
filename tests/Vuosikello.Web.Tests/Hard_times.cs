using System.Net;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using NodaTime;
using Vuosikello.Calendars.TestKit;
using Vuosikello.Calendars.TestKit.Linting;

namespace Vuosikello.Web.Tests;

/// <summary>Times at the edges of days, years and clocks, from the command over the board and the wheel to the subscribers' programs.</summary>
public sealed class Hard_times(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task The_29th_of_February_is_one_day() =>
        await Shows(2028, "Karkauspäivä", Days("2028-02-29", "2028-02-29"), "ti 29.2.", "2028-02-29", "2028-03-01");

    [Fact]
    public async Task A_rule_on_the_29th_of_each_month_has_its_day_in_the_leap_years_February()
    {
        var rule = new { kind = "recurring", of = Days("2028-01-29", "2028-01-29"), rule = new { frequency = "monthly", interval = 1, until = "2028-03-31", weekdays = Array.Empty<string>(), monthDay = 29 }, exceptions = Array.Empty<string>() };
        var (coordinator, id) = await Planned(2028, "Joka kuun 29.", rule);

        foreach (var read in await Read(coordinator, 2028, id)) Assert.Equal(["2028-01-29", "2028-02-29", "2028-03-29"], read.Select(o => o.Start));
    }

    [Fact]
    public async Task Week_53_of_2026_is_named_in_the_wheel_and_its_days_run_into_the_next_year()
    {
        var coordinator = await Shows(2026, "Viikko 53", Days("2026-12-28", "2027-01-03"), "28.12.2026–3.1.2027", "2026-12-28", "2027-01-04");
        var wheel = XDocument.Parse(await coordinator.Text("/kuuma-seutu/2026/wheel.svg"));
        Assert.Contains(wheel.Descendants(), e => e.Name.LocalName == "text" && e.Value == "53");
        await coordinator.Draft(2027);
        Assert.Contains("Viikko 53", await coordinator.Text("/kuuma-seutu/2027/wheel.svg"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_hour_that_the_clock_shows_twice_is_the_first_of_the_two() =>
        await Shows(2026, "Kellonsiirto syksyllä", Exact("2026-10-25T03:30:00", "2026-10-25T04:30:00"), "su 25.10. klo 3.30–4.30", "2026-10-25T00:30:00Z", "2026-10-25T02:30:00Z", mayMistake: "python-icalendar");

    [Fact]
    public async Task Around_the_hour_that_the_clock_skips_an_activity_is_an_hour_shorter() =>
        await Shows(2026, "Kellonsiirto keväällä", Exact("2026-03-29T02:30:00", "2026-03-29T04:30:00"), "su 29.3. klo 2.30–4.30", "2026-03-29T00:30:00Z", "2026-03-29T01:30:00Z");

    [Theory]
    [InlineData("fi", "Kellonaikaa 29.3.2026 klo 3.30 ei ole")]
    [InlineData("sv", "Klockslaget 29.3.2026 kl. 3.30 finns inte")]
    [InlineData("en", "There is no such time as 29 Mar 2026, 3:30")]
    public async Task An_hour_that_the_clock_skips_is_refused(string language, string message)
    {
        var coordinator = await ApiVisitor.SignIn(site);

        var refusal = Assert.Single(await coordinator.Refusal(2026, new { title = new { fi = "Hypätty" }, time = Exact("2026-03-29T03:30:00", "2026-03-29T05:00:00") }, language));

        Assert.Equal("time-skipped", refusal.Code);
        Assert.StartsWith(message, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Across_midnight_both_days_are_told() =>
        await Shows(2026, "Yöjalka", Exact("2026-06-05T22:00:00", "2026-06-06T02:00:00"), "pe 5.6. klo 22 – la 6.6. klo 2", "2026-06-05T19:00:00Z", "2026-06-05T23:00:00Z");

    [Fact]
    public async Task Across_New_Year_both_years_are_told() =>
        await Shows(2026, "Uudenvuodenvastaanotto", Exact("2026-12-31T20:00:00", "2027-01-01T02:00:00"), "to 31.12.2026 klo 20 – pe 1.1.2027 klo 2", "2026-12-31T18:00:00Z", "2027-01-01T00:00:00Z");

    /// <param name="mayMistake">A program that is not asked: recurring-ical-events takes UTC times over to Helsinki's clock, and there the repeated hour for the second one.</param>
    private async Task<ApiVisitor> Shows(int year, string title, object time, string words, string start, string end, string? mayMistake = null)
    {
        var (coordinator, id) = await Planned(year, title, time);

        string board = await coordinator.Text(FormattableString.Invariant($"/kuuma-seutu/{year}"));
        string when = Regex.Match(board, $"id=\"a-{id}\".*?<p class=\"entry-when\">(?<when>.*?)</p>", RegexOptions.Singleline | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5)).Groups["when"].Value;
        Assert.Equal(words, WebUtility.HtmlDecode(when));
        var wheel = XDocument.Parse(await coordinator.Text(FormattableString.Invariant($"/kuuma-seutu/{year}/wheel.svg")));
        string label = wheel.Descendants().Single(e => (string?)e.Attribute("id") == $"w-{id}").Attribute("aria-label")!.Value;
        Assert.StartsWith($"{title}, ", label, StringComparison.Ordinal);
        foreach (var read in await Read(coordinator, year, id, mayMistake))
        {
            var mine = Assert.Single(read);
            Assert.Equal((start, end, title), (mine.Start, mine.End, mine.Title));
        }
        return coordinator;
    }

    private async Task<(ApiVisitor Coordinator, Guid Id)> Planned(int year, string title, object time)
    {
        var coordinator = await ApiVisitor.SignIn(site);
        await coordinator.Draft(year);
        return (coordinator, await coordinator.Plan(year, new { title = new { fi = title }, time }));
    }

    private static async Task<List<List<ReaderOccurrence>>> Read(ApiVisitor coordinator, int year, Guid id, string? mayMistake = null)
    {
        Assert.Equal([], CalendarLinter.Lint(await coordinator.Bytes(FormattableString.Invariant($"/feeds/kuuma-seutu/{year}.ics"))));
        byte[] feed = await coordinator.Bytes($"/feeds/kuuma-seutu/activities/{id}.ics");
        Assert.Equal([], CalendarLinter.Lint(feed));
        var all = new List<List<ReaderOccurrence>>();
        foreach (string reader in CalendarReaders.Names.Where(n => n != mayMistake))
        {
            all.Add([.. await CalendarReaders.Read(reader, feed, new LocalDate(year, 1, 1), new LocalDate(year + 1, 1, 31))]);
        }
        return all;
    }

    private static object Days(string first, string last) => new { kind = "days", first, last };

    private static object Exact(string start, string end) => new { kind = "exact", start, end, zone = "Europe/Helsinki" };
}
