using System.Collections.Concurrent;

namespace Vuosikello.Projections.Feeds;

/// <summary>The places of kept feeds. Above an amount of memory those go that nobody has asked for longest: choices are without number.</summary>
/// <param name="mostOctets">Of the feeds' bytes, plain and compressed.</param>
internal sealed class FeedSlots(long mostOctets)
{
    /// <summary>What a feed takes besides its bytes, so that small ones count too.</summary>
    private const int OctetsBeside = 4_096;

    /// <summary>Down to this share of the most, so that not each new feed makes room anew.</summary>
    private const double Room = 0.9;

    private readonly ConcurrentDictionary<FeedKey, FeedSlot> _slots = new();
    private readonly Lock _weighing = new();
    private long _octets;

    public int Count => _slots.Count;

    public FeedSlot? Find(FeedKey key) => _slots.GetValueOrDefault(key);

    public FeedSlot Add(FeedKey key, long askedAt) => _slots.GetOrAdd(key, static (k, at) => new FeedSlot(k) { AskedAt = at }, askedAt);

    /// <summary>Puts a feed into its place. The caller holds the place's lock.</summary>
    public void Put(FeedSlot slot, KeptFeed kept)
    {
        bool same = ReferenceEquals(slot.Kept?.Feed, kept.Feed);
        slot.Kept = kept;
        if (same) return;
        lock (_weighing)
        {
            // It may have had to go while it was made.
            if (!ReferenceEquals(Find(slot.Key), slot)) return;
            long octets = Octets(slot.Key, kept.Feed);
            _octets += octets - slot.Octets;
            slot.Octets = octets;
            if (_octets > mostOctets) MakeRoom(slot);
        }
    }

    /// <summary>There is no such feed any more, or never was.</summary>
    public void Remove(FeedSlot slot)
    {
        lock (_weighing)
        {
            if (_slots.TryRemove(KeyValuePair.Create(slot.Key, slot))) _octets -= slot.Octets;
        }
    }

    /// <summary>Brotli, which comes later, takes no more than gzip; events with alarms are kept once more by themselves, since no other feed has them.</summary>
    private static long Octets(FeedKey key, Feed feed) =>
        feed.Plain.Length * (key.Choice.Alarm is null ? 1 : 2) + feed.Gzip.Length * 2 + OctetsBeside;

    private void MakeRoom(FeedSlot newest)
    {
        foreach (var slot in _slots.Values.Where(slot => !ReferenceEquals(slot, newest)).OrderBy(slot => slot.AskedAt).ToList())
        {
            if (_octets <= mostOctets * Room) return;
            if (_slots.TryRemove(slot.Key, out _)) _octets -= slot.Octets;
        }
    }
}

/// <summary>The place of one feed. Whoever makes the feed holds its lock.</summary>
internal sealed class FeedSlot(FeedKey key)
{
    private KeptFeed? _kept;
    private long _askedAt;

    public FeedKey Key => key;
    public KeptFeed? Kept { get => Volatile.Read(ref _kept); set => Volatile.Write(ref _kept, value); }

    /// <summary>When somebody asked last, in ticks.</summary>
    public long AskedAt { get => Volatile.Read(ref _askedAt); set => Volatile.Write(ref _askedAt, value); }

    /// <summary>What it weighs; the lock of all places guards it.</summary>
    public long Octets { get; set; }
}
