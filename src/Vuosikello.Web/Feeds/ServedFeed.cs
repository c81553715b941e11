using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Primitives;
using NodaTime;
using Vuosikello.Projections.Feeds;

namespace Vuosikello.Web.Feeds;

/// <summary>The headers of a feed in one content coding, made once per change of its bytes and not once per request.</summary>
internal sealed class ServedFeed
{
    /// <summary>
    /// How long after a change's stamp another one may show that has no later stamp: within the same second, or because its command took
    /// longer. Whoever has what was served meanwhile must never be told by date that it holds, whichever server answers.
    /// </summary>
    private static readonly Duration Settling = Duration.FromSeconds(10);

    /// <summary>The server writes Date a moment before, and nothing is modified later than that (RFC 9110 section 8.8.2.1).</summary>
    private static readonly Duration Second = Duration.FromSeconds(1);

    private static readonly ConditionalWeakTable<Feed, ServedFeed> Kept = [];
    private readonly Instant _datedFrom;

    private ServedFeed(Feed feed)
    {
        Feed = feed;
        LastModified = (feed.LastModified + Settling).ToDateTimeOffset();
        _datedFrom = feed.LastModified + Settling + Second;
        LastModifiedHeader = LastModified.ToString("R", CultureInfo.InvariantCulture);
        Disposition = $"{(feed.IsDownload ? "attachment" : "inline")}; filename=\"{feed.FileName}\"";
        Plain = new Variant(feed, ContentCoding.Identity);
        Gzip = new Variant(feed, ContentCoding.Gzip);
        Brotli = new Variant(feed, ContentCoding.Brotli);
    }

    public Feed Feed { get; }

    /// <summary>From when on nothing changed any more: later than the last change by <see cref="Settling"/>.</summary>
    public DateTimeOffset LastModified { get; }

    public StringValues LastModifiedHeader { get; }
    public StringValues Disposition { get; }
    private Variant Plain { get; }
    private Variant Gzip { get; }
    private Variant Brotli { get; }

    public static ServedFeed Of(Feed feed) => Kept.GetValue(feed, f => new ServedFeed(f));

    /// <summary>Whether <see cref="LastModified"/> is over by now. Until then only the tag tells states apart.</summary>
    public bool HasDate(Instant now) => now >= _datedFrom;

    /// <summary>The variant for a client that accepts these codings. Brotli is begun when somebody wants it; until it is ready the next best serves.</summary>
    public Variant For(StringValues acceptEncoding)
    {
        var coding = AcceptEncoding.Choose(acceptEncoding);
        if (coding == ContentCoding.Brotli && !Feed.Brotli.IsCompletedSuccessfully) coding = AcceptEncoding.Choose(acceptEncoding, hasBrotli: false);
        return coding switch { ContentCoding.Gzip => Gzip, ContentCoding.Brotli => Brotli, _ => Plain };
    }

    /// <summary>The variant that a client has already, by the tags it knows; the wanted one is looked at first. Null for none.</summary>
    public Variant? Known(StringValues ifNoneMatch, Variant wanted) =>
        EntityTags.Contain(ifNoneMatch, wanted.Tag.ToString()) ? wanted
        : EntityTags.Contain(ifNoneMatch, Gzip.Tag.ToString()) ? Gzip
        : EntityTags.Contain(ifNoneMatch, Plain.Tag.ToString()) ? Plain
        : EntityTags.Contain(ifNoneMatch, Brotli.Tag.ToString()) ? Brotli
        : null;

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

        public ReadOnlySequence<byte> Bytes => coding switch
        {
            ContentCoding.Gzip => feed.Gzip,
            ContentCoding.Brotli => new ReadOnlySequence<byte>(feed.Brotli.Result),
            _ => feed.Plain,
        };
    }
}
