using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Vuosikello.Projections.Feeds;

/// <summary>What was done for feeds since the start. A change to one activity shows here as one event, and the chunks and feeds that it is in.</summary>
public sealed partial class FeedWork(ILogger<FeedWork>? log = null)
{
    private readonly ILogger _log = log ?? NullLogger<FeedWork>.Instance;
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
    internal void Refused(string uid) => LeftOut(uid);

    [LoggerMessage(LogLevel.Error, "{Uid} cannot stand in a calendar and is left out of all feeds. Look at its times and texts.")]
    private partial void LeftOut(string uid);
}
