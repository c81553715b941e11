using System.Buffers;
using System.Globalization;
using Microsoft.Extensions.Primitives;
using NodaTime;
using Vuosikello.Projections.Feeds;

namespace Vuosikello.Web.Feeds;

/// <summary>Answers a request for a feed from memory: 200 or 304.</summary>
internal static class FeedAnswer
{
    private static readonly StringValues ContentType = "text/calendar; charset=utf-8";
    private static readonly StringValues CacheControl = "public, max-age=300";
    private static readonly StringValues Vary = "Accept-Encoding";
    private static readonly StringValues NoSniff = "nosniff";

    /// <summary>Octets; measured: with smaller ones a feed waits more often, with larger ones the copies fall out of the processor's cache.</summary>
    private const int Portion = 128 * 1024;

    /// <summary>Which public feed a request is for, whether there is such a feed or not; false when it is for none.</summary>
    public static bool TryRead(HttpRequest request, out FeedKey key)
    {
        key = default;
        return (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
            && FeedAddress.IsFeed(request.Path.Value) && FeedAddress.TryRead(request.Path.Value, Choice(request), out key);
    }

    /// <summary>Answers with a public feed.</summary>
    /// <param name="asked">By what it was asked for. Where that is another key than its own, the address may lead to another feed one day, and that one may be the older one: dates tell nothing then.</param>
    public static Task Write(HttpContext context, FoundFeed found, FeedKey asked, Instant now) =>
        Write(context, found.Feed, CacheControl, found.Key == asked ? now : Instant.MinValue);

    /// <summary>Answers with a feed.</summary>
    /// <param name="cacheControl">Who may keep the answer, and how long.</param>
    public static Task Write(HttpContext context, Feed feed, StringValues cacheControl) =>
        Write(context, feed, cacheControl, context.RequestServices.GetRequiredService<IClock>().GetCurrentInstant());

    private static Task Write(HttpContext context, Feed feed, StringValues cacheControl, Instant now)
    {
        var served = ServedFeed.Of(feed);
        bool dated = served.HasDate(now);
        var wanted = served.For(context.Request.Headers.AcceptEncoding);
        var known = Known(context.Request, served, wanted, dated);
        var variant = known ?? wanted;
        var headers = context.Response.Headers;
        headers.ETag = variant.Tag;
        if (dated) headers.LastModified = served.LastModifiedHeader;
        headers.CacheControl = cacheControl;
        headers.Vary = Vary;
        if (known is not null)
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        headers.ContentType = ContentType;
        headers.XContentTypeOptions = NoSniff;
        headers.ContentDisposition = served.Disposition;
        headers.ContentEncoding = variant.Encoding;
        headers.ContentLength = variant.Bytes.Length;
        if (HttpMethods.IsHead(context.Request.Method)) return Task.CompletedTask;
        return Send(variant.Bytes, context);
    }

    /// <summary>In portions: the server copies what is written, and a portion that is on its way makes room for the next.</summary>
    private static async Task Send(ReadOnlySequence<byte> bytes, HttpContext context)
    {
        var body = context.Response.BodyWriter;
        int waiting = 0;
        foreach (var piece in bytes)
        {
            body.Write(piece.Span);
            waiting += piece.Length;
            if (waiting < Portion) continue;
            waiting = 0;
            if ((await body.FlushAsync(context.RequestAborted)).IsCompleted) return;
        }
        await body.FlushAsync(context.RequestAborted);
    }

    private static FeedChoice Choice(HttpRequest request) => request.QueryString.HasValue ? FeedQuery.Read(request.Query) : FeedChoice.In("fi");

    /// <summary>The variant that the client has; null for none. If-Modified-Since counts only where there is no If-None-Match (RFC 9110 section 13.1.3).</summary>
    private static ServedFeed.Variant? Known(HttpRequest request, ServedFeed served, ServedFeed.Variant wanted, bool dated)
    {
        var tags = request.Headers.IfNoneMatch;
        if (tags.Count > 0) return served.Known(tags, wanted);
        if (!dated) return null;
        var since = request.Headers.IfModifiedSince;
        bool isSince = since.Count == 1
            && (since == served.LastModifiedHeader
                || (DateTimeOffset.TryParseExact(since, "R", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date)
                    && date >= served.LastModified));
        return isSince ? wanted : null;
    }
}
