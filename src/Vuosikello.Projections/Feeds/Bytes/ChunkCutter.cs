using System.Collections.Immutable;
using Vuosikello.Calendars;
using Vuosikello.Projections.Feeds.Items;

namespace Vuosikello.Projections.Feeds.Bytes;

/// <summary>
/// Cuts a feed's items into chunks and takes from the feed before it those that are the same. Where it cuts follows from the items'
/// marks and not from what was there before: a change moves no other chunk, and every server has the same bytes for the same state.
/// </summary>
internal sealed class ChunkCutter(FeedChoice choice, FeedWork work)
{
    /// <summary>A chunk ends after one item in so many, on average; a power of two.</summary>
    private const uint Average = 32;

    /// <summary>A chunk ends with this many at the latest.</summary>
    private const int Most = 80;

    public ImmutableArray<FeedChunk> Cut(ReadOnlySpan<FeedItem> items, ImmutableArray<FeedChunk> before)
    {
        var old = new OldChunks(before);
        var chunks = ImmutableArray.CreateBuilder<FeedChunk>();
        while (items.Length > 0)
        {
            var some = items[..End(items)];
            chunks.Add(old.Find(some) ?? Make(some, old));
            items = items[some.Length..];
        }
        return chunks.ToImmutable();
    }

    private static int End(ReadOnlySpan<FeedItem> items)
    {
        int end = 0;
        while (end < items.Length && end < Most)
        {
            if ((items[end++].Mark >> 8) % Average == 0) break;
        }
        return end;
    }

    private FeedChunk Make(ReadOnlySpan<FeedItem> items, OldChunks old)
    {
        var events = ImmutableArray.CreateBuilder<ImmutableArray<RenderedEvent>>(items.Length);
        foreach (var item in items) events.Add(EventsOf(item, old));
        work.MadeChunk();
        return new FeedChunk(items, events.MoveToImmutable());
    }

    /// <summary>Events with alarms are few people's wish: they are kept in the feed that has them, and not by the item.</summary>
    private ImmutableArray<RenderedEvent> EventsOf(FeedItem item, OldChunks old) =>
        choice.Alarm is null ? item.Rendered(choice.Language, work)
        : old.TryFind(item, out var events) ? events
        : item.Render(choice.Language, choice.Alarm, work);

    /// <summary>The chunks of the feed before, by what they begin with.</summary>
    private sealed class OldChunks(ImmutableArray<FeedChunk> chunks)
    {
        private readonly Dictionary<FeedItem, FeedChunk> _byFirst = chunks.ToDictionary(chunk => chunk.Items[0]);
        private Dictionary<FeedItem, ImmutableArray<RenderedEvent>>? _events;

        public FeedChunk? Find(ReadOnlySpan<FeedItem> items) => _byFirst.TryGetValue(items[0], out var chunk) && chunk.IsOf(items) ? chunk : null;

        public bool TryFind(FeedItem item, out ImmutableArray<RenderedEvent> events)
        {
            _events ??= new(chunks.SelectMany(chunk => chunk.EventsByItem.Select((some, i) => KeyValuePair.Create(chunk.Items[i], some))));
            return _events.TryGetValue(item, out events);
        }
    }
}
