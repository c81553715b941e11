using System.Buffers;
using System.Text;
using NodaTime;
using Vuosikello.Calendars.TestKit.Linting;
using Vuosikello.Domain;
using Vuosikello.Domain.Activities;
using Vuosikello.Projections.Feeds;

namespace Vuosikello.Projections.Tests.Feeds;

/// <summary>A partnership with its feeds, at a time that the test sets.</summary>
internal sealed class FeedScene : IAsyncDisposable
{
    private readonly MemoryStore _store;
    private readonly RunningViews _views;
    private readonly TestClock _clock = new();

    private FeedScene(MemoryStore store, Planning planning, RunningViews views, FeedSettings settings)
    {
        (_store, Planning, _views) = (store, planning, views);
        Feeds = new KeptFeeds(views.Partnerships, new(views.Partnerships, views.Boards, views.Agreements, settings), settings, Work, _clock);
    }

    public static FeedSettings Settings { get; } = new(new Uri("https://vuosikello.example/"));
    public Planning Planning { get; }
    public RunningViews Views => _views;
    public IClock Clock => _clock;
    public FeedWork Work { get; } = new();
    public KeptFeeds Feeds { get; }
    public Instant Now { set => _clock.Now = value; }

    public static async Task<FeedScene> Begin(FeedSettings? settings = null)
    {
        var store = new MemoryStore();
        var planning = await Planning.Begin(store);
        return new FeedScene(store, planning, await RunningViews.Over(store), settings ?? Settings);
    }

    /// <summary>The feed once everything that happened shows; every one that a test looks at passes the linter.</summary>
    public Task<Feed> Feed(FeedScope scope = FeedScope.Year, string of = "2026", string language = "fi") => Feed(scope, of, FeedChoice.In(language));

    public async Task<Feed> Feed(FeedScope scope, string of, FeedChoice choice)
    {
        var feed = await Find(scope, of, choice);
        Assert.NotNull(feed);
        Assert.Empty(CalendarLinter.Lint(feed.Plain.ToArray()));
        return feed;
    }

    public async Task<Feed?> Find(FeedScope scope, string of, FeedChoice choice)
    {
        await _views.Shows(await _store.End(TestContext.Current.CancellationToken));
        return (await Feeds.Find(new FeedKey(Planning.Partnership, scope, of, choice), TestContext.Current.CancellationToken))?.Feed;
    }

    public async Task<string[]> Lines(FeedScope scope, string of, FeedChoice choice) => Lines(await Feed(scope, of, choice));

    /// <summary>The titles in a feed, in its order.</summary>
    public async Task<string[]> Titles(FeedScope scope, string of, FeedChoice choice) =>
        [.. (await Lines(scope, of, choice)).Where(line => line.StartsWith("SUMMARY:", StringComparison.Ordinal)).Select(line => line["SUMMARY:".Length..])];

    /// <summary>The feed's lines, unfolded.</summary>
    public static string[] Lines(Feed feed) =>
        Encoding.UTF8.GetString(feed.Plain.ToArray()).Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n");

    public async Task<string[]> Lines(FeedScope scope = FeedScope.Year, string of = "2026", string language = "fi") => Lines(await Feed(scope, of, language));

    /// <summary>The same activity with other details, all at once.</summary>
    public async Task<ActivityId> Plan(ActivityDetails details, int year = 2026)
    {
        var id = await Planning.Plan("x", details.Time, year);
        await Planning.HappensTo(
            id, new ActivityRetitled(details.Title), new ActivityDescribed(details.Description), new ActivityThemesChosen(details.Themes),
            new ActivityAreasChosen(details.Areas), new ActivityResponsibilityAssigned(details.Responsible), new ActivityRelocated(details.Venue),
            new ActivityAgendaSet(details.Agenda), new ActivityRegistrationArranged(details.Registration));
        return id;
    }

    public ValueTask DisposeAsync() => _views.DisposeAsync();

    private sealed class TestClock : IClock
    {
        public Instant Now { get; set; } = Instant.FromUtc(2026, 3, 1, 12, 0);
        public Instant GetCurrentInstant() => Now;
    }
}
