using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Microsoft.Extensions.Primitives;
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

    /// <summary>The feed that a request is for; false when it is for none that there is.</summary>
    public static bool TryFind(HttpRequest request, IFeeds feeds, out FeedKey key, [NotNullWhen(true)] out Feed? feed)
    {
        (key, feed) = (default, null);
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method)) return false;
        if (!FeedAddress.IsFeed(request.Path.Value) || !FeedAddress.TryRead(request.Path.Value, Choice(request), out key)) return false;
        feed = feeds.Find(key);
        return feed is not null;
    }

    public static Task Write(HttpContext context, Feed feed) => Write(context, feed, CacheControl);

    /// <param name="cacheControl">Who may keep the answer, and how long.</param>
    public static Task Write(HttpContext context, Feed feed, StringValues cacheControl)
    {
        var served = ServedFeed.Of(feed);
        var wanted = served.For(context.Request.Headers.AcceptEncoding);
        var known = Known(context.Request, served, wanted);
        var variant = known ?? wanted;
        var headers = context.Response.Headers;
        headers.ETag = variant.Tag;
        headers.LastModified = served.LastModifiedHeader;
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
    private static ServedFeed.Variant? Known(HttpRequest request, ServedFeed served, ServedFeed.Variant wanted)
    {
        var tags = request.Headers.IfNoneMatch;
        if (tags.Count > 0) return served.Known(tags, wanted);
        var since = request.Headers.IfModifiedSince;
        bool isSince = since.Count == 1
            && (since == served.LastModifiedHeader
                || (DateTimeOffset.TryParseExact(since, "R", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date)
                    && date >= served.LastModified));
        return isSince ? wanted : null;
    }
}
