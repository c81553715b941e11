using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Vuosikello.Events;
using Vuosikello.Projections;
using Vuosikello.Projections.CalendarLinks;
using Vuosikello.Projections.Feeds;
using Vuosikello.Projections.Memberships;
using Vuosikello.Projections.Partnerships;
using Vuosikello.Web.CalendarLinks;

namespace Vuosikello.Web.Tests.CalendarLinks;

/// <summary>Right after a start nobody knows yet which links there are: a subscriber must not be lost for that.</summary>
public sealed class While_the_views_catch_up(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task No_link_is_said_to_be_unknown()
    {
        string path = await (await LinkOwner.SignIn(site, Site.SteeringGroup)).Make();
        string secret = path.Split('/')[^1].Split('.')[0];
        await using var scope = site.Services.CreateAsyncScope();
        var views = new Behind();
        var s = scope.ServiceProvider;
        var feeds = new PrivateFeeds(
            s.GetRequiredService<ICalendarLinkViews>(), s.GetRequiredService<IPartnershipViews>(), s.GetRequiredService<IMembershipViews>(), s.GetRequiredService<PrivateContents>(),
            s.GetRequiredService<WaitingEntries>(), s.GetRequiredService<PrivateCalendar>(), s.GetRequiredService<KeptPrivateFeeds>(), s.GetRequiredService<IErasedPersons>(), views, s.GetRequiredService<IClock>());

        Assert.IsType<PrivateFeed.NotYet>(await Find(secret));
        Assert.IsType<PrivateFeed.NotYet>(await Find("x"));
        views.Ready = true;
        Assert.IsType<PrivateFeed.Found>(await Find(secret));
        Assert.IsType<PrivateFeed.Unknown>(await Find("x"));

        ValueTask<PrivateFeed> Find(string tried) => feeds.Find(tried, FeedChoice.In("fi"), TestContext.Current.CancellationToken);
    }

    private sealed class Behind : IViews
    {
        public bool Ready { get; set; }
        public Position Position => default;
        public Task BecomeReady(CancellationToken ct) => Task.CompletedTask;
        public Task WaitFor(Position position, CancellationToken ct) => Task.CompletedTask;
        public IDisposable OnChange(Action<IReadOnlyList<ViewChange>> callback) => throw new NotSupportedException();
    }
}
