using System.Buffers;
using System.Collections.Immutable;
using System.Security.Cryptography;
using Vuosikello.Calendars;
using Vuosikello.Projections.Feeds.Items;

namespace Vuosikello.Projections.Feeds.Bytes;

/// <summary>Some of a feed's items that stand beside one another, with their bytes as they are, compressed and hashed. Immutable.</summary>
internal sealed class FeedChunk
{
    private readonly FeedItem[] _items;

    /// <param name="items">At least one.</param>
    /// <param name="events">Those of each item.</param>
    public FeedChunk(ReadOnlySpan<FeedItem> items, ImmutableArray<ImmutableArray<RenderedEvent>> events)
    {
        (_items, Events) = (items.ToArray(), events);
        var plain = new ArrayBufferWriter<byte>(Math.Max(1, events.Sum(some => some.Sum(e => e.Octets.Length))));
        foreach (var e in events.SelectMany(some => some)) plain.Write(e.Octets.Span);
        Plain = plain.WrittenSpan.ToArray();
        Deflated = DeflatedPart.Of(Plain);
        Hash = SHA256.HashData(Plain);
    }

    public ReadOnlySpan<FeedItem> Items => _items;
    public ImmutableArray<ImmutableArray<RenderedEvent>> Events { get; }
    public byte[] Plain { get; }
    public DeflatedPart Deflated { get; }
    public byte[] Hash { get; }

    /// <summary>Whether it is made of just these: items are immutable, so the same ones have the same bytes.</summary>
    public bool IsOf(ReadOnlySpan<FeedItem> items)
    {
        if (items.Length != _items.Length) return false;
        for (int i = 0; i < items.Length; i++)
        {
            if (!ReferenceEquals(items[i], _items[i])) return false;
        }
        return true;
    }
}
