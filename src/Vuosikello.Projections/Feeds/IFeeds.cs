using NodaTime;
using Vuosikello.Domain;

namespace Vuosikello.Projections.Feeds;

/// <summary>The calendars that people subscribe to. Each is rendered once per change that touches it, and served as bytes.</summary>
public interface IFeeds
{
    /// <summary>The feed as it is now, or null when there is no such partnership, year, area, theme or partner.</summary>
    Feed? Find(FeedKey key);
}

/// <summary>Which feed: all that decides its bytes besides the activities.</summary>
/// <param name="Of">The year, or the short name of the area, theme or partner; empty for the whole partnership.</param>
/// <param name="Language"><c>fi</c>, <c>sv</c> or <c>en</c>.</param>
public readonly record struct FeedKey(PartnershipId Partnership, FeedScope Scope, string Of, string Language);

/// <summary>What a feed holds. All but a year's hold the activities from last year on, by Helsinki's calendar.</summary>
public enum FeedScope
{
    Whole,
    Year,
    Area,
    Theme,
    Partner,
}

/// <summary>A feed's bytes and what HTTP needs to know of them. Immutable; a new one replaces it when its bytes change.</summary>
public sealed class Feed
{
    private readonly Lazy<byte[]> _gzip;
    private readonly Lazy<byte[]> _brotli;

    internal Feed(byte[] plain, string tag, Instant lastModified, string fileName)
    {
        (Plain, Tag, LastModified, FileName) = (plain, tag, lastModified, fileName);
        _gzip = new Lazy<byte[]>(() => Compression.Gzip(plain));
        _brotli = new Lazy<byte[]>(() => Compression.Brotli(plain));
    }

    /// <summary>The calendar, UTF-8.</summary>
    public byte[] Plain { get; }

    /// <summary>The same, compressed when first asked for and then kept.</summary>
    public byte[] Gzip => _gzip.Value;

    /// <inheritdoc cref="Gzip"/>
    public byte[] Brotli => _brotli.Value;

    /// <summary>Follows from the bytes alone: of letters, digits, hyphen and underscore. The body of a strong entity tag.</summary>
    public string Tag { get; }

    /// <summary>When it last changed: whole seconds, never going back, and different whenever the bytes are.</summary>
    public Instant LastModified { get; }

    /// <summary>A name to save it by, ASCII.</summary>
    public string FileName { get; }
}

/// <summary>What feeds say of the place they come from.</summary>
/// <param name="PublicAddress">The address of the service as the world knows it, for the links back.</param>
public sealed record FeedSettings(Uri PublicAddress);
