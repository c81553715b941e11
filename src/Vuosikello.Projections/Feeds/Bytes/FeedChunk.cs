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
        (_items, EventsByItem) = (items.ToArray(), events);
        Events = [.. events.SelectMany(some => some)];
        Plain = new byte[Events.Sum(e => e.Octets.Length)];
        int at = 0;
        foreach (var e in Events)
        {
            e.Octets.Span.CopyTo(Plain.AsSpan(at));
            at += e.Octets.Length;
        }
        Deflated = DeflatedPart.Of(Plain);
        Hash = SHA256.HashData(Plain);
    }

    public ReadOnlySpan<FeedItem> Items => _items;

    /// <summary>As many as there are items, in their order.</summary>
    public ImmutableArray<ImmutableArray<RenderedEvent>> EventsByItem { get; }

    public ImmutableArray<RenderedEvent> Events { get; }
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
