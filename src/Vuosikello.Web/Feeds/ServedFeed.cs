using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Primitives;
using Vuosikello.Projections.Feeds;

namespace Vuosikello.Web.Feeds;

/// <summary>The headers of a feed in one content coding, made once per change of its bytes and not once per request.</summary>
internal sealed class ServedFeed
{
    private static readonly ConditionalWeakTable<Feed, ServedFeed> Known = [];

    private ServedFeed(Feed feed)
    {
        Feed = feed;
        LastModified = feed.LastModified.ToDateTimeOffset();
        LastModifiedHeader = LastModified.ToString("R", CultureInfo.InvariantCulture);
        Disposition = $"inline; filename=\"{feed.FileName}\"";
        Plain = new Variant(feed, ContentCoding.Identity);
        Gzip = new Variant(feed, ContentCoding.Gzip);
        Brotli = new Variant(feed, ContentCoding.Brotli);
    }

    public Feed Feed { get; }
    public DateTimeOffset LastModified { get; }
    public StringValues LastModifiedHeader { get; }
    public StringValues Disposition { get; }
    private Variant Plain { get; }
    private Variant Gzip { get; }
    private Variant Brotli { get; }

    public static ServedFeed Of(Feed feed) => Known.GetValue(feed, f => new ServedFeed(f));

    public Variant In(ContentCoding coding) => coding switch { ContentCoding.Gzip => Gzip, ContentCoding.Brotli => Brotli, _ => Plain };

    /// <summary>The feed in one coding. Strong tags tell codings apart, for their bytes differ (RFC 9110 section 8.8.3.3).</summary>
    internal sealed class Variant(Feed feed, ContentCoding coding)
    {
        public StringValues Tag { get; } = coding switch
        {
            ContentCoding.Gzip => $"\"{feed.Tag}-gzip\"",
            ContentCoding.Brotli => $"\"{feed.Tag}-br\"",
            _ => $"\"{feed.Tag}\"",
        };

        public StringValues Encoding { get; } = coding switch
        {
            ContentCoding.Gzip => "gzip",
            ContentCoding.Brotli => "br",
            _ => StringValues.Empty,
        };

        public byte[] Bytes => coding switch { ContentCoding.Gzip => feed.Gzip, ContentCoding.Brotli => feed.Brotli, _ => feed.Plain };
    }
}
