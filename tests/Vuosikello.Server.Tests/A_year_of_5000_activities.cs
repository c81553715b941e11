using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using NodaTime;
using Vuosikello.Calendars.TestKit;
using Vuosikello.Calendars.TestKit.Linting;
using Vuosikello.ServerKit;

namespace Vuosikello.Server.Tests;

/// <summary>A region's whole year, as large as they get: every way to look at it shows all of it, and stays usable.</summary>
public sealed partial class A_year_of_5000_activities
{
    private const int Many = 5_000;
    private const int DaysOfYear = 365;

    [Fact]
    public async Task Is_whole_on_the_board_in_the_wheel_in_the_feed_and_in_the_API()
    {
        using var folder = new TemporaryFolder();
        await using var server = await RunningServer.Start(folder.Path);
        using var client = await server.Client(Members.KuumaCoordinator);
        using (var drafted = await client.PutAsync(new Uri("/api/partnerships/kuuma-seutu/years/2027", UriKind.Relative), JsonContent.Create(new { }), TestContext.Current.CancellationToken))
            Assert.Equal(HttpStatusCode.OK, drafted.StatusCode);
        await Parallel.ForEachAsync(Enumerable.Range(0, Many), new ParallelOptions { MaxDegreeOfParallelism = 16, CancellationToken = TestContext.Current.CancellationToken }, async (n, _) => await Plan(client, n));

        Assert.Equal(Enumerable.Range(0, Many).Select(Title).Order(StringComparer.Ordinal), (await Plans.Titles(client, 2027)).Order(StringComparer.Ordinal));
        await IsOnTheBoard(client, "", "a-");
        await IsOnTheBoard(client, "view=table&", "r-");
        var wheel = XDocument.Parse(await Text(client, "/kuuma-seutu/2027/wheel.svg"));
        Assert.Equal("svg", wheel.Root!.Name.LocalName);
        await IsInTheFeed(await client.GetByteArrayAsync(new Uri("/feeds/kuuma-seutu/2027.ics", UriKind.Relative), TestContext.Current.CancellationToken));
    }

    private static async Task IsOnTheBoard(HttpClient client, string view, string prefix)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (int month = 1; month <= 12; month++)
        {
            string page = await Text(client, FormattableString.Invariant($"/kuuma-seutu/2027?{view}month={month}"));
            var entries = Entry().Matches(page).Select(m => m.Groups["id"].Value).Where(id => id.StartsWith(prefix, StringComparison.Ordinal)).ToList();
            Assert.Equal(InMonth(month), entries.Count);
            Assert.DoesNotContain("<details class=\"month-more\">", page, StringComparison.Ordinal);
            Assert.All(entries, entry => Assert.True(seen.Add(entry), $"{entry} is there twice."));
            Assert.True(page.Length < 1_000_000, $"The page of month {month} has {page.Length} characters.");
            var others = Enumerable.Range(1, 12).Where(m => m != month);
            Assert.All(others, other => Assert.Matches(FormattableString.Invariant($"id=\"month-closed-{other}\"[^§]*?month={other}#[^>]*>[^<]*: {InMonth(other)} "), page));
        }
        Assert.Equal(Many, seen.Count);
    }

    private static async Task IsInTheFeed(byte[] feed)
    {
        Assert.Empty(CalendarLinter.Lint(feed));
        var expected = Enumerable.Range(0, Many).Select(n => (Title(n), LocalDateOf(n), LocalDateOf(n).PlusDays(1)))
            .Select(e => (e.Item1, Iso(e.Item2), Iso(e.Item3))).Order().ToList();
        // Not khal: vdirsyncer keeps a file for each event, and takes minutes for so many.
        foreach (string reader in CalendarReaders.Names.Where(name => name != "khal"))
        {
            var read = await CalendarReaders.Read(reader, feed, new(2027, 1, 1), new(2027, 12, 31));
            Assert.Equal(expected, read.Select(o => (o.Title, o.Start, o.End)).Order());
        }
    }

    private static async Task Plan(HttpClient client, int n)
    {
        using var answer = await client.PostAsJsonAsync("/api/partnerships/kuuma-seutu/years/2027/activities", new
        {
            title = new { fi = Title(n) },
            time = new { kind = "days", first = Iso(LocalDateOf(n)), last = Iso(LocalDateOf(n)) },
            areas = new[] { n % 3 == 0 ? "nurmijarvi" : "koko-seutu" },
            themes = new[] { n % 2 == 0 ? "tilat" : "tiedottaminen" },
        });
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
    }

    private static string Title(int n) => FormattableString.Invariant($"Yhdistyksen {n}. kokous – äö");

    private static LocalDate LocalDateOf(int n) => new LocalDate(2027, 1, 1).PlusDays(n % DaysOfYear);

    private static int InMonth(int month) => Enumerable.Range(0, Many).Count(n => LocalDateOf(n).Month == month);

    private static string Iso(LocalDate date) => date.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);

    private static Task<string> Text(HttpClient client, string path) => client.GetStringAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

    [GeneratedRegex("<(li|tr) id=\"(?<id>[ar]-[^\"]+)\"", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Entry();
}
