using NodaTime;
using Vuosikello.Projections;
using Vuosikello.Projections.Feeds;
using Vuosikello.Projections.Feeds.Items;
using Vuosikello.Projections.Memberships;
using Vuosikello.Projections.Partnerships;
using Vuosikello.Web.Access;
using Vuosikello.Web.Safety;

namespace Vuosikello.Web.Feeds;

/// <summary>The public calendar feeds, at addresses that stay.</summary>
public static class FeedsRegistration
{
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>
    /// Adds the feeds. The links back in them start with <see cref="PublicAddress"/>, because a feed's bytes are kept and are the same for everybody who asks.
    /// </summary>
    public static IServiceCollection AddFeeds(this IServiceCollection services) => services
        .AddSingleton(provider => new FeedSettings(PublicAddress.From(provider.GetRequiredService<IConfiguration>()).Uri))
        .AddSingleton<FeedWork>()
        .AddSingleton<FeedSources>()
        .AddSingleton<IFeeds>(provider => new KeptFeeds(
            provider.GetRequiredService<IPartnershipViews>(),
            provider.GetRequiredService<FeedSources>(),
            provider.GetRequiredService<FeedSettings>(),
            provider.GetRequiredService<FeedWork>(),
            provider.GetRequiredService<IClock>()))
        .AddSingleton<IFeedFetches>(provider => new FeedFetches(provider.GetRequiredService<IClock>()));

    /// <summary>Serves the feeds. To be first on a request's way: nothing that comes later matters to a calendar program.</summary>
    public static void UseFeeds(this WebApplication app)
    {
        var feeds = app.Services.GetRequiredService<IFeeds>();
        var fetches = app.Services.GetRequiredService<IFeedFetches>();
        var views = app.Services.GetRequiredService<IViews>();
        var memberships = app.Services.GetRequiredService<IMembershipViews>();
        var clock = app.Services.GetRequiredService<IClock>();
        app.Use((context, next) => FeedAnswer.TryRead(context.Request, out var key) ? Serve(context, next, key) : next(context));

        async Task Serve(HttpContext context, RequestDelegate next, FeedKey key)
        {
            // A calendar that is told by halves would be believed: programs take away what is not in it.
            if (!views.Ready)
            {
                context.Response.Headers.CacheControl = "no-store";
                await FeedProblems.NotNow(context);
                return;
            }
            // Calendar programs bring no session: they see what the public sees.
            if (memberships.IsForMembers(key.Partnership) || await feeds.Find(key, context.RequestAborted) is not { } found)
            {
                await next(context);
                return;
            }
            // A file saved once is no subscription, and there are as many of them as activities.
            if (key.Scope != FeedScope.Activity) fetches.Note(found.Key, CalendarPrograms.Of(context.Request.Headers.UserAgent));
            await FeedAnswer.Write(context, found, key, clock.GetCurrentInstant());
        }
    }

    /// <summary>Maps the answer to addresses under <c>/feeds</c> that <see cref="UseFeeds"/> knows no feed for.</summary>
    public static IEndpointRouteBuilder MapFeeds(this IEndpointRouteBuilder app)
    {
        app.MapMethods("/feeds/{**address}", Methods, FeedProblems.NotFound).ExcludeFromDescription().Shows(View.Feed);
        app.MapMethods("/robots.txt", Methods, RobotsFile.Answer).Shows(View.Files);
        return app;
    }
}
