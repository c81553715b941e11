using System.Globalization;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Text;
using Vuosikello.Calendars.TestKit;
using Vuosikello.Calendars.TestKit.Linting;
using Vuosikello.Domain.Activities;
using Vuosikello.Projections.Boards;
using Vuosikello.Projections.Partnerships;

namespace Vuosikello.Web.Tests.Feeds;

/// <summary>The demo's feeds as subscribers get them, beside what the boards say.</summary>
public sealed class Every_feed_of_the_demo(Site site) : IClassFixture<Site>
{
    private static readonly bool Long = Environment.GetEnvironmentVariable("VUOSIKELLO_LONG") is not null;
    private static readonly string[] Languages = ["fi", "sv", "en"];
    private static readonly DateTimeZone Helsinki = DateTimeZoneProviders.Tzdb["Europe/Helsinki"];

    [Fact]
    public async Task Is_clean_to_the_byte_and_shows_the_same_occurrences_hours_titles_and_states_as_the_boards()
    {
        var visitor = await site.Visit();
        foreach (var feed in await All(visitor))
        {
            foreach (string language in Languages)
            {
                var answer = await visitor.Get($"{feed.Path}?lang={language}");
                Assert.Equal(HttpStatusCode.OK, answer.Status);
                byte[] calendar = System.Text.Encoding.UTF8.GetBytes(answer.Html);
                Assert.Equal([], CalendarLinter.Lint(calendar));
                if (Long || feed.Sampled == language) await ShowsTheBoard(calendar, feed, language);
            }
        }
    }

    [Theory]
    [InlineData("deadlines=yes")]
    [InlineData("deadlines=yes&lang=sv&alarm=1d")]
    [InlineData("spans=no&lang=en")]
    public async Task Is_clean_to_the_byte_with_any_choice(string choice)
    {
        var visitor = await site.Visit();
        foreach (var feed in await All(visitor))
        {
            var answer = await visitor.Get($"{feed.Path}?{choice}");
            Assert.Equal(HttpStatusCode.OK, answer.Status);
            Assert.Equal([], CalendarLinter.Lint(System.Text.Encoding.UTF8.GetBytes(answer.Html)));
        }
    }

    [Fact]
    public async Task The_workshops_of_Kuuma_are_at_their_hours_before_and_after_the_clock_was_changed()
    {
        byte[] feed = System.Text.Encoding.UTF8.GetBytes((await (await site.Visit()).Get("/feeds/kuuma-seutu/2009.ics")).Html);

        foreach (string reader in CalendarReaders.Names)
        {
            var read = await CalendarReaders.Read(reader, feed, new(2009, 3, 1), new(2009, 4, 30));
            var first = Assert.Single(read, o => o.Title == "Työpaja 1, Järvenpää–Kerava–Tuusula");
            var second = Assert.Single(read, o => o.Title == "Työpaja 2, Nurmijärvi");
            Assert.Equal(("2009-03-24T14:00:00Z", "2009-03-24T17:00:00Z"), (first.Start, first.End));
            Assert.Equal(("2009-04-02T12:00:00Z", "2009-04-02T15:00:00Z"), (second.Start, second.End));
            Assert.Equal("Tuusulan pääkirjasto, kokoushuone Einari, Autoasemankatu 2, 04300 Tuusula", first.Location);
            Assert.Contains("16.10 Kyselyjen tulokset", first.Description, StringComparison.Ordinal);
        }
    }

    private async Task<List<DemoFeed>> All(Visitor visitor)
    {
        await visitor.Get("/");
        var views = site.Services.GetRequiredService<IPartnershipViews>();
        int lastYear = site.Services.GetRequiredService<IClock>().GetCurrentInstant().InZone(Helsinki).Year - 1;
        var feeds = new List<DemoFeed>();
        foreach (var p in views.All)
        {
            string root = $"/feeds/{p.Id}";
            bool kuuma = p.Id.Value == "kuuma-seutu";
            var recent = p.Years.Where(y => y.Year >= lastYear).Select(y => y.Year).ToArray();
            feeds.Add(new($"{root}.ics", p, recent, _ => true, "sv"));
            feeds.AddRange(p.Years.Select(y => new DemoFeed(FormattableString.Invariant($"{root}/{y.Year}.ics"), p, [y.Year], _ => true, "fi")));
            feeds.AddRange(p.State.Areas.Values.Select((area, n) => new DemoFeed($"{root}/areas/{area.Id}.ics", p, recent, a => a.Details.Areas.Contains(area.Id), kuuma && n == 0 ? "en" : null)));
            feeds.AddRange(p.State.Themes.Values.Select((theme, n) => new DemoFeed($"{root}/themes/{theme.Id}.ics", p, recent, a => a.Details.Themes.Contains(theme.Id), kuuma && n == 0 ? "sv" : null)));
            feeds.AddRange(p.State.Partners.Values.Select((partner, n) => new DemoFeed($"{root}/partners/{partner.Id}.ics", p, recent,
                a => a.Details.Participants.Contains(partner.Id) || a.Details.Responsible?.Partner == partner.Id, kuuma && n == 0 ? "en" : null)));
            feeds.AddRange(p.State.WorkingGroups.Values.Select((group, n) => new DemoFeed($"{root}/groups/{group.Id}.ics", p, recent,
                a => group.Theme is { } theme ? a.Details.Themes.Contains(theme) : group.Partners.Any(partner => a.Details.Participants.Contains(partner) || a.Details.Responsible?.Partner == partner), kuuma && n == 0 ? "fi" : null)));
        }
        Assert.True(feeds.Count > 50, $"Only {feeds.Count} feeds.");
        return feeds;
    }

    private async Task ShowsTheBoard(byte[] calendar, DemoFeed feed, string language)
    {
        var boards = site.Services.GetRequiredService<IBoardViews>();
        var activities = feed.Years.SelectMany(year => boards.Find(new(feed.Partnership.Id, year))!.Activities).Where(a => feed.Holds(a));
        var expected = activities.SelectMany(a => Shown(a, language)).Order().ToList();
        var (first, last) = feed.Years.Length == 0 ? (2020, 2030) : (feed.Years.Min(), feed.Years.Max());

        foreach (string reader in CalendarReaders.Names)
        {
            var read = await CalendarReaders.Read(reader, calendar, new(first, 1, 1), new(last + 1, 1, 31));
            Assert.Equal(expected, read.Select(o => (o.Start, o.End, o.Title, o.Status)).Order());
        }
    }

    private static IEnumerable<(string Start, string End, string Title, string Status)> Shown(ActivityView activity, string language)
    {
        var times = activity.Details.Time is ActivityTime.Recurring recurring ? Occurrences.Of(recurring) : [activity.Details.Time];
        bool cancelled = activity.State.Status == ActivityStatus.Cancelled;
        string mark = !cancelled ? "" : language switch { "sv" => "INSTÄLLT: ", "en" => "CANCELLED: ", _ => "PERUTTU: " };
        string status = cancelled ? "CANCELLED" : activity.State.Status == ActivityStatus.Proposed ? "TENTATIVE" : "CONFIRMED";
        foreach (var time in times)
        {
            var (start, end) = StartAndEnd(time);
            yield return (start, end, mark + activity.Details.Title.In(language), status);
        }
    }

    private static (string Start, string End) StartAndEnd(ActivityTime time) => time switch
    {
        ActivityTime.Exact t => (Utc(t.Start), Utc(t.End)),
        ActivityTime.Days t => (Iso(t.First), Iso(t.Last.PlusDays(1))),
        ActivityTime.Months t => (Iso(t.First.OnDayOfMonth(1)), Iso(t.Last.PlusMonths(1).OnDayOfMonth(1))),
        _ => throw new ArgumentOutOfRangeException(nameof(time)),
    };

    private static string Utc(LocalDateTime local) => InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss'Z'").Format(local.InZoneStrictly(Helsinki).ToInstant());

    private static string Iso(LocalDate day) => day.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);

    /// <param name="Sampled">The language in which other programs read it in every run; null for the long run only.</param>
    private sealed record DemoFeed(string Path, PartnershipView Partnership, int[] Years, Func<ActivityView, bool> Holds, string? Sampled);
}
