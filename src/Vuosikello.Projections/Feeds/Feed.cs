using System.Buffers;
using System.Collections.Immutable;
using NodaTime;
using Vuosikello.Projections.Feeds.Bytes;

namespace Vuosikello.Projections.Feeds;

/// <summary>A feed's bytes and what HTTP and people need to know of them. Immutable; a new one replaces it when its bytes change.</summary>
public sealed class Feed
{
    private readonly Lazy<Task<byte[]>> _brotli;

    internal Feed(ReadOnlySequence<byte> plain, ReadOnlySequence<byte> gzip, string tag, ImmutableArray<FeedChunk> chunks)
    {
        (Plain, Gzip, Tag, Chunks) = (plain, gzip, tag, chunks);
        _brotli = new Lazy<Task<byte[]>>(() => Task.Run(() => Compression.Brotli(Plain)));
    }

    /// <summary>The calendar, UTF-8, in pieces that it shares with the feed it replaced.</summary>
    public ReadOnlySequence<byte> Plain { get; }

    /// <summary>The same as one gzip member (RFC 1952).</summary>
    public ReadOnlySequence<byte> Gzip { get; }

    /// <summary>The same in brotli (RFC 7932). It is begun when first asked for and is ready a little later: until then gzip serves.</summary>
    public Task<byte[]> Brotli => _brotli.Value;

    /// <summary>Follows from the bytes alone: of letters, digits, hyphen and underscore. The body of a strong entity tag.</summary>
    public string Tag { get; }

    /// <summary>When it last changed: whole seconds. It follows from what the feed is made of, so that every server says the same; two changes within a second say the same too.</summary>
    public required Instant LastModified { get; init; }

    /// <summary>What it is called, in its language, such as <c>KUUMA-seutu 2009 – vuosikello</c>.</summary>
    public required string Title { get; init; }

    /// <summary>A name to save it by, ASCII.</summary>
    public required string FileName { get; init; }

    /// <summary>Whether it is to be saved rather than subscribed to.</summary>
    public bool IsDownload { get; init; }

    /// <summary>How many events (VEVENT) it holds.</summary>
    public required int Events { get; init; }

    /// <summary>What had to be left out, because programs stop at calendars as large as that; null for nothing.</summary>
    public FeedOmission? LeftOut { get; init; }

    /// <summary>What it was put together from, for the feed that takes its place.</summary>
    internal ImmutableArray<FeedChunk> Chunks { get; }
}

/// <summary>What is not in a feed that would be too large: what lies farthest from today.</summary>
/// <param name="Events">How many events were left out.</param>
/// <param name="First">What is held takes place from this day, in Helsinki.</param>
/// <param name="Last">To this one.</param>
public sealed record FeedOmission(int Events, LocalDate First, LocalDate Last);
