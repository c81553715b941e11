using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Primitives;
using Vuosikello.Web.Feeds;

namespace Vuosikello.Web.CalendarLinks;

/// <summary>Answers a request for a private feed: 200 or 304, 410 for one that was revoked, 404 for one that never was.</summary>
internal static class PrivateFeedAnswer
{
    private const int RetryAfterSeconds = 5;

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
        var choice = FeedQuery.Read(context.Request.Query, deadlinesByDefault: true);
        var feeds = context.RequestServices.GetRequiredService<IPrivateFeeds>();
        switch (await feeds.Find(secret, choice, context.RequestAborted))
        {
            case PrivateFeed.Found found:
                context.RequestServices.GetRequiredService<LinkFetches>().Remember(found.Link);
                await FeedAnswer.Write(context, found.Feed, CacheControl);
                break;
            case PrivateFeed.Revoked:
                await Problem(context, StatusCodes.Status410Gone,
                    "Tämä kalenterilinkki on poistettu käytöstä. Den här kalenderlänken har tagits ur bruk. This calendar link has been revoked.",
                    "Poista kalenteri ohjelmastasi; uuden linkin voi tehdä Vuosikellossa. Ta bort kalendern ur ditt program; en ny länk kan göras i Vuosikello. Remove the calendar from your program; a new link can be made in Vuosikello.");
                break;
            case PrivateFeed.NotYet:
                headers.RetryAfter = RetryAfterSeconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
                await Problem(context, StatusCodes.Status503ServiceUnavailable,
                    "Palvelu käynnistyy. Tjänsten startar. The service is starting.",
                    "Yritä hetken kuluttua uudelleen. Försök igen om en stund. Try again in a moment.");
                break;
            default:
                await Problem(context, StatusCodes.Status404NotFound,
                    "Tällaista kalenteria ei ole. Kalendern finns inte. There is no such calendar.",
                    "Tarkista, että osoite on kopioitu kokonaan. Kontrollera att hela adressen har kopierats. Check that the whole address was copied.");
                break;
        }
    }

    private static Task Problem(HttpContext context, int status, string title, string detail) =>
        TypedResults.Problem(new ProblemDetails { Status = status, Title = title, Detail = detail }).ExecuteAsync(context);
}
