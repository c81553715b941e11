namespace Vuosikello.Projections.Feeds;

/// <summary>What was done for feeds since the start. A change to one activity shows here as one event, and the chunks and feeds that it is in.</summary>
public sealed class FeedWork
{
    private long _events, _chunks, _feeds;

    /// <summary>How many events were made into iCalendar.</summary>
    public long EventsRendered => Interlocked.Read(ref _events);

    /// <summary>How many chunks of feeds were joined, hashed and compressed.</summary>
    public long ChunksMade => Interlocked.Read(ref _chunks);

    /// <summary>How many times a feed was put together.</summary>
    public long FeedsMade => Interlocked.Read(ref _feeds);

    internal void RenderedEvent() => Interlocked.Increment(ref _events);
    internal void MadeChunk() => Interlocked.Increment(ref _chunks);
    internal void MadeFeed() => Interlocked.Increment(ref _feeds);
}
