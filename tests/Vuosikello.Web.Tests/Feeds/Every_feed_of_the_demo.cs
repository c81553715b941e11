using System.Net;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Vuosikello.Calendars.TestKit;
using Vuosikello.Calendars.TestKit.Linting;
using Vuosikello.Domain;
using Vuosikello.Domain.Activities;
using Vuosikello.Projections.Boards;
using Vuosikello.Projections.Partnerships;
using Vuosikello.TestKit;

namespace Vuosikello.Web.Tests.Feeds;

/// <summary>The demo's feeds as subscribers get them, beside what the boards say.</summary>
public sealed class Every_feed_of_the_demo(Site site) : IClassFixture<Site>
{
    private static readonly bool Long = Environment.GetEnvironmentVariable("VUOSIKELLO_LONG") == "1";
    private static readonly string[] Languages = ["fi", "sv", "en"];
    private static readonly DateTimeZone Helsinki = DateTimeZoneProviders.Tzdb["Europe/Helsinki"];

    [Fact]
    public async Task Is_clean_to_the_byte_and_shows_the_same_occurrences_hours_titles_and_states_as_the_boards()
    {
        var visitor = await site.Visit();
        var asked = new List<(string Address, CalendarQuestion Question, DomainShown[] Expected)>();
        foreach (var feed in await All(visitor))
        {
            foreach (string language in Languages)
            {
                string address = $"{feed.Path}?lang={language}{feed.Query}";
                var answer = await visitor.Get(address);
                Assert.Equal(HttpStatusCode.OK, answer.Status);
                byte[] calendar = System.Text.Encoding.UTF8.GetBytes(answer.Html);
                Assert.Equal([], CalendarLinter.Lint(calendar));
                if (!Long && feed.Sampled != language) continue;
                var (first, last) = feed.Years.Length == 0 ? (2020, 2030) : (feed.Years.Min(), feed.Years.Max());
                asked.Add((address, new(calendar, new(first - 1, 12, 1), new(last + 2, 1, 31)), [.. Expected(feed, language)]));
            }
        }
        Assert.True(asked.Count > 10, $"Only {asked.Count} feeds are read.");
        foreach (string program in CalendarReaders.Names)
        {
            var seen = await CalendarReaders.Read(program, [.. asked.Select(a => a.Question)]);
            foreach (var (feed, shown) in asked.Zip(seen))
            {
                var expected = feed.Expected.Select(o => ShownBy(program, o)).Order();
                Assert.True(expected.SequenceEqual(shown.Select(o => (o.Start, o.End, o.Title, o.Status)).Order()), $"{feed.Address} in {program}:\n{string.Join('\n', expected)}\nshown:\n{string.Join('\n', shown.Select(o => (o.Start, o.End, o.Title, o.Status)).Order())}");
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
                a => Concerns(a, partner.Id), kuuma && n == 0 ? "en" : null)));
            feeds.AddRange(p.State.WorkingGroups.Values.Select((group, n) => new DemoFeed($"{root}/groups/{group.Id}.ics", p, recent,
                a => group.Theme is { } theme ? a.Details.Themes.Contains(theme) : group.Partners.Any(partner => Concerns(a, partner)), n == 0 ? "fi" : null)));
            feeds.Add(new($"{root}.ics", p, recent, a => !IsSpan(a.Details.Time), kuuma ? "en" : null, "&spans=no"));
        }
        Assert.True(feeds.Count > 50, $"Only {feeds.Count} feeds.");
        return feeds;
    }

    private IEnumerable<DomainShown> Expected(DemoFeed feed, string language)
    {
        var boards = site.Services.GetRequiredService<IBoardViews>();
        return feed.Years.SelectMany(year => boards.Find(new(feed.Partnership.Id, year))!.Activities)
            .Where(a => feed.Holds(a))
            .SelectMany(a => DomainOccurrences.Of(a.State, language));
    }

    private static (string Start, string End, string Title, string Status) ShownBy(string program, DomainShown o)
    {
        var (start, end) = KnownFaults.Shown(program, o.Start, o.End, Helsinki);
        return (start, end, KnownFaults.Shown(program, o.Title), o.Status);
    }

    private static bool Concerns(ActivityView activity, PartnerId partner) =>
        activity.Details.Participants.Contains(partner) || activity.Details.Responsible?.Partner == partner;

    private static bool IsSpan(ActivityTime time) => time switch
    {
        ActivityTime.Months => true,
        ActivityTime.Days days => days.Last > days.First,
        ActivityTime.Recurring recurring => IsSpan(recurring.First),
        _ => false,
    };

    /// <param name="Sampled">The language in which other programs read it in every run; null for the long run only.</param>
    private sealed record DemoFeed(string Path, PartnershipView Partnership, int[] Years, Func<ActivityView, bool> Holds, string? Sampled, string Query = "");
}
