using System.Net;
using System.Text;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Vuosikello.Calendars.TestKit;
using Vuosikello.Calendars.TestKit.Linting;
using Vuosikello.Commands;
using Vuosikello.Domain;
using Vuosikello.Domain.Activities;
using Vuosikello.Projections.Boards;
using Vuosikello.Web.Feeds;
using Vuosikello.Web.Tests.Live;

namespace Vuosikello.Web.Tests.Feeds;

/// <summary>A partnership with the real store, commands and views, and three who subscribed to its feed: khal, a program that asks by tag, and one that asks by date.</summary>
internal sealed class Subscription : IAsyncDisposable
{
    private static readonly LocalDate First = new(2026, 2, 1);
    private static readonly LocalDate Last = new(2027, 6, 30);
    private readonly LiveServer _server;
    private KhalSubscriber _khal;
    private readonly PollingClient _byTag;
    private readonly PollingClient _byDate;

    private Subscription(LiveServer server, MovingClock clock)
    {
        (_server, Clock, Feed) = (server, clock, new Uri(server.Address, $"/feeds/{LiveServer.Partnership}.ics"));
        (_khal, _byTag, _byDate) = (new KhalSubscriber(Feed), new PollingClient(Feed, byTag: true), new PollingClient(Feed, byTag: false));
    }

    public MovingClock Clock { get; }
    public Uri Feed { get; }

    public static async Task<Subscription> Begin(Instant now)
    {
        var clock = new MovingClock(now);
        var server = await LiveServer.Start(
            app =>
            {
                app.UseFeeds();
                app.MapFeeds();
            },
            services => services.AddSingleton<IClock>(clock).AddFeeds());
        return new(server, clock);
    }

    /// <summary>A command by the clock of this story.</summary>
    public async Task Give<TCommand>(TCommand command) where TCommand : ICommand
    {
        var stamp = new Stamp(new CommandId(Guid.NewGuid()), new MemberId(LiveServer.Coordinator), null, Clock.Now);
        var outcome = await _server.Services.GetRequiredService<IMediator>().Send(new Send<TCommand>(command, stamp));
        await _server.Views.WaitFor(Assert.IsType<Outcome.Done>(outcome).Position, TestContext.Current.CancellationToken);
    }

    public async Task<ActivityId> Plan(string title, ActivityTime time)
    {
        var id = new ActivityId(Guid.NewGuid());
        await Give(new PlanActivity(LiveServer.Cycle, id, new ActivityDetails(new(title), time, LocalText.Empty, [], [], null, [], null, [], null)));
        return id;
    }

    public Activity Now(ActivityId activity) => _server.Services.GetRequiredService<IBoardViews>().FindActivity(activity)!.State;

    /// <summary>All three fetch: each has what the feed says now, khal shows exactly these and keeps as many events as there are UIDs.</summary>
    /// <param name="news">What those who ask with a tag or a date are answered.</param>
    /// <param name="expected">Each "START/END STATUS Title".</param>
    public async Task Shows(HttpStatusCode news, params string[] expected)
    {
        await Poll(news);
        using var stranger = new PollingClient(Feed, byTag: true);
        await stranger.Poll();
        Assert.Equal(Encoding.UTF8.GetString(stranger.Kept), Encoding.UTF8.GetString(_byTag.Kept));
        Assert.Equal(stranger.Kept, _byDate.Kept);
        Assert.Empty(CalendarLinter.Lint(stranger.Kept));
        await _khal.Sync();
        var shown = (await _khal.Shown([(First, Last)]))[0];
        Assert.Equal(expected.Order(StringComparer.Ordinal), shown.Select(o => $"{o.Start}/{o.End} {o.Status} {o.Title}").Order(StringComparer.Ordinal));
        Assert.Equal(Uids(stranger.Kept), _khal.Kept());
    }

    /// <summary>khal's owner throws everything away and begins anew; the others keep what they have and their tag or date.</summary>
    public async Task Resubscribes()
    {
        _khal.Dispose();
        _khal = new KhalSubscriber(Feed);
        await Poll(HttpStatusCode.NotModified);
    }

    /// <summary>Who had no date to ask with gets all of it again, and the date this time.</summary>
    private async Task Poll(HttpStatusCode news)
    {
        var byDate = _byDate.IsDated ? news : HttpStatusCode.OK;
        Assert.Equal((news, byDate), (await _byTag.Poll(), await _byDate.Poll()));
    }

    public async ValueTask DisposeAsync()
    {
        _khal.Dispose();
        _byTag.Dispose();
        _byDate.Dispose();
        await _server.DisposeAsync();
    }

    private static int Uids(byte[] calendar) =>
        Encoding.UTF8.GetString(calendar).Split("\r\n").Where(line => line.StartsWith("UID:", StringComparison.Ordinal)).Distinct(StringComparer.Ordinal).Count();
}
