using System.Buffers;
using System.Buffers.Text;
using System.Collections.Immutable;
using System.Security.Cryptography;
using NodaTime;
using Vuosikello.Calendars;
using Vuosikello.Projections.Feeds.Items;

namespace Vuosikello.Projections.Feeds.Bytes;

/// <summary>What a feed says of itself.</summary>
/// <param name="Title">What it is called, in its language.</param>
/// <param name="FileName">A name to save it by, ASCII.</param>
internal sealed record FeedFrame(CalendarHeader Header, string Title, string FileName)
{
    public bool IsDownload { get; init; }
    public FeedOmission? LeftOut { get; init; }
}

/// <summary>Makes a feed of items, and as much as it can of the feed before it. Public and private feeds are made here.</summary>
internal sealed class FeedComposer(FeedWork work)
{
    private const int TagOctets = 16;
    private static readonly byte[] End = "END:VCALENDAR\r\n"u8.ToArray();
    private static readonly DeflatedPart DeflatedEnd = DeflatedPart.Of(End);

    /// <param name="items">In the order in which they are to stand; each UID once.</param>
    /// <param name="changed">When anything that bears on it changed last.</param>
    /// <param name="before">The feed that this one takes the place of. It comes back itself when nothing of its bytes is another.</param>
    public Feed Compose(FeedFrame frame, ReadOnlySpan<FeedItem> items, FeedChoice choice, Instant changed, Feed? before)
    {
        work.MadeFeed();
        var chunks = new ChunkCutter(choice, work).Cut(items, before?.Chunks ?? []);
        byte[] start = Start(frame.Header, chunks);
        string tag = Tag(start, chunks);
        if (before?.Tag == tag) return before;
        var plain = Pieces.Join([start, .. chunks.Select(chunk => chunk.Plain), End]);
        var gzip = GzipMember.Join([DeflatedPart.Of(start), .. chunks.Select(chunk => chunk.Deflated), DeflatedEnd]);
        return new Feed(plain, gzip, tag, chunks)
        {
            LastModified = Instant.FromUnixTimeSeconds(changed.ToUnixTimeSeconds()),
            Title = frame.Title,
            FileName = frame.FileName,
            IsDownload = frame.IsDownload,
            LeftOut = frame.LeftOut,
            Events = chunks.Sum(chunk => chunk.Events.Length),
        };
    }

    private static byte[] Start(CalendarHeader header, ImmutableArray<FeedChunk> chunks)
    {
        var output = new ArrayBufferWriter<byte>(2048);
        CalendarWriter.WriteStart(header, Events(chunks), output);
        return output.WrittenSpan.ToArray();
    }

    private static IEnumerable<RenderedEvent> Events(ImmutableArray<FeedChunk> chunks)
    {
        foreach (var chunk in chunks)
        {
            foreach (var e in chunk.Events) yield return e;
        }
    }

    /// <summary>A hash over those of the parts: a change costs the hash of the part that it is in. The same for the same bytes, on every server.</summary>
    private static string Tag(byte[] start, ImmutableArray<FeedChunk> chunks)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(SHA256.HashData(start));
        foreach (var chunk in chunks) hash.AppendData(chunk.Hash);
        return Base64Url.EncodeToString(hash.GetHashAndReset().AsSpan(0, TagOctets));
    }
}
