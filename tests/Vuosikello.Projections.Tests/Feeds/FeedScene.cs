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

    private FeedScene(MemoryStore store, Planning planning, RunningViews views)
    {
        (_store, Planning, _views) = (store, planning, views);
        Feeds = new KeptFeeds(views.Partnerships, views.Boards, new FeedSettings(new Uri("https://vuosikello.example/")), _clock);
    }

    public Planning Planning { get; }
    public KeptFeeds Feeds { get; }
    public Instant Now { set => _clock.Now = value; }

    public static async Task<FeedScene> Begin()
    {
        var store = new MemoryStore();
        var planning = await Planning.Begin(store);
        return new FeedScene(store, planning, await RunningViews.Over(store));
    }

    /// <summary>The feed once everything that happened shows; every one that a test looks at passes the linter.</summary>
    public async Task<Feed> Feed(FeedScope scope = FeedScope.Year, string of = "2026", string language = "fi")
    {
        await _views.Shows(await _store.End(TestContext.Current.CancellationToken));
        var feed = Feeds.Find(new FeedKey(Planning.Partnership, scope, of, FeedChoice.In(language)));
        Assert.NotNull(feed);
        Assert.Empty(CalendarLinter.Lint(feed.Plain.ToArray()));
        return feed;
    }

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
