using Microsoft.Extensions.Primitives;
using Vuosikello.Web.Feeds;

namespace Vuosikello.Web.CalendarLinks;

/// <summary>Answers a request for a private feed: 200 or 304, 410 for one that was revoked, 404 for one that never was, 503 while nobody can say.</summary>
internal static partial class PrivateFeedAnswer
{
    /// <summary>Nobody but the subscriber keeps it, and that one asks each time whether it still holds.</summary>
    private static readonly StringValues CacheControl = "private, no-cache";

    private static readonly StringValues NoReferrer = "no-referrer";
    private static readonly StringValues NoIndex = "noindex, nofollow";

    public static async Task Write(HttpContext context, string secret)
    {
        var headers = context.Response.Headers;
        headers.CacheControl = CacheControl;
        headers["Referrer-Policy"] = NoReferrer;
        headers["X-Robots-Tag"] = NoIndex;
        if (!HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method))
        {
            headers.Allow = "GET, HEAD";
            context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            return;
        }
        switch (await Find(context, secret))
        {
            case PrivateFeed.Found found:
                context.RequestServices.GetRequiredService<LinkFetches>().Remember(found.Link);
                await FeedAnswer.Write(context, found.Feed, CacheControl);
                break;
            case PrivateFeed.Revoked:
                await FeedProblems.Gone(context);
                break;
            case PrivateFeed.NotYet:
                await FeedProblems.NotNow(context);
                break;
            default:
                await FeedProblems.Unknown(context);
                break;
        }
    }

    /// <summary>What cannot be found out, because roles or views fail, is not yet: programs ask again, and drop nothing meanwhile.</summary>
    private static async Task<PrivateFeed> Find(HttpContext context, string secret)
    {
        var choice = FeedQuery.Read(context.Request.Query, deadlinesByDefault: true);
        try
        {
            return await context.RequestServices.GetRequiredService<IPrivateFeeds>().Find(secret, choice, context.RequestAborted);
        }
        catch (Exception failure) when (!context.RequestAborted.IsCancellationRequested)
        {
            NotFoundOut(context.RequestServices.GetRequiredService<ILogger<PrivateFeeds>>(), failure);
            return new PrivateFeed.NotYet();
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A private calendar could not be made; its program is asked to come again.")]
    private static partial void NotFoundOut(ILogger logger, Exception failure);
}
