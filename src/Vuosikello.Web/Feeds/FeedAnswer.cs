using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Primitives;
using Vuosikello.Projections.Feeds;

namespace Vuosikello.Web.Feeds;

/// <summary>Answers a request for a feed from memory: 200, 304, or 404 where there is no such feed.</summary>
internal static class FeedAnswer
{
    private static readonly StringValues ContentType = "text/calendar; charset=utf-8";
    private static readonly StringValues CacheControl = "public, max-age=300";
    private static readonly StringValues Vary = "Accept-Encoding";
    private static readonly StringValues NoSniff = "nosniff";

    /// <summary>The feed that a request is for; false when it is for none that there is.</summary>
    public static bool TryFind(HttpRequest request, IFeeds feeds, [NotNullWhen(true)] out Feed? feed)
    {
        feed = null;
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method)) return false;
        if (!FeedAddress.TryRead(request.Path.Value, Language(request), out var key)) return false;
        feed = feeds.Find(key);
        return feed is not null;
    }

    public static Task Write(HttpContext context, Feed feed)
    {
        var served = ServedFeed.Of(feed);
        var variant = served.In(AcceptEncoding.Choose(context.Request.Headers.AcceptEncoding));
        var headers = context.Response.Headers;
        headers.ETag = variant.Tag;
        headers.LastModified = served.LastModifiedHeader;
        headers.CacheControl = CacheControl;
        headers.Vary = Vary;
        if (IsKnown(context.Request, served, variant.Tag.ToString()))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        byte[] bytes = variant.Bytes;
        headers.ContentType = ContentType;
        headers.XContentTypeOptions = NoSniff;
        headers.ContentDisposition = served.Disposition;
        headers.ContentEncoding = variant.Encoding;
        headers.ContentLength = bytes.Length;
        if (HttpMethods.IsHead(context.Request.Method)) return Task.CompletedTask;
        var writing = context.Response.BodyWriter.WriteAsync(bytes, context.RequestAborted);
        return writing.IsCompletedSuccessfully ? Task.CompletedTask : writing.AsTask();
    }

    /// <summary>Anything but Swedish and English is Finnish: a mistyped address still shows a calendar.</summary>
    private static string Language(HttpRequest request)
    {
        if (!request.QueryString.HasValue) return "fi";
        return request.Query["lang"].ToString() switch { "sv" => "sv", "en" => "en", _ => "fi" };
    }

    /// <summary>If-Modified-Since counts only where there is no If-None-Match (RFC 9110 section 13.1.3).</summary>
    private static bool IsKnown(HttpRequest request, ServedFeed served, string tag)
    {
        var tags = request.Headers.IfNoneMatch;
        if (tags.Count > 0) return EntityTags.Contain(tags, tag);
        var since = request.Headers.IfModifiedSince;
        return since.Count == 1
            && (since == served.LastModifiedHeader
                || (DateTimeOffset.TryParseExact(since, "R", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date)
                    && date >= served.LastModified));
    }

    public static Task NotFound(HttpContext context) => TypedResults.Problem(new ProblemDetails
    {
        Status = StatusCodes.Status404NotFound,
        Title = "Tällaista kalenteria ei ole. Kalendern finns inte. There is no such calendar.",
        Detail = "Check the address on the partnership's page \"Subscribe\": the partnership, year, area, theme or partner in it is not known here.",
        Instance = context.Request.Path,
    }).ExecuteAsync(context);
}
