using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;
using Vuosikello.Domain;
using Vuosikello.Projections.Feeds;
using Vuosikello.Projections.Memberships;
using Vuosikello.Projections.Partnerships;
using Vuosikello.Web.Access;
using Vuosikello.Web.Board;
using Vuosikello.Web.Feeds;
using Vuosikello.Web.Languages;

namespace Vuosikello.Web.Subscribe;

/// <summary>How one gets a partnership's year into one's own calendar.</summary>
public static class SubscribeEndpoints
{
    public static void MapSubscribe(this IEndpointRouteBuilder app) => app.MapGet("/{partnership}/subscribe", Show).Shows(View.Subscribing);

    private static async Task<IResult> Show(
        string partnership, HttpRequest request, IPartnershipViews partnerships, IFeeds feeds, IFeedFetches fetches, IMembershipViews memberships,
        IConfiguration configuration, FeedSettings settings, IClock clock)
    {
        if (partnerships.Find(new PartnershipId(partnership)) is not { } found) return TypedResults.NotFound();
        if (memberships.IsForMembers(found.Id)) return new RazorComponentResult<MembersCalendarPage>(new { Partnership = found });
        var composed = ComposedFeed.Read(request.Query, found, LanguageSetup.Current);
        if (await feeds.Find(composed.Key, request.HttpContext.RequestAborted) is not { } kept) return TypedResults.NotFound();
        var feed = kept.Feed;
        var shown = new SubscribeShown(
            found, composed, feed, FeedPreview.Of(feed, clock.Today()), FeedHost.Of(request, configuration, settings), fetches.Of(kept.Key), fetches.Since);
        return new RazorComponentResult<SubscribePage>(new { Shown = shown });
    }
}
