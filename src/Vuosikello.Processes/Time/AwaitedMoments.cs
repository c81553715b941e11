using NodaTime;
using Vuosikello.Events;

namespace Vuosikello.Processes.Time;

/// <summary>What is waited for, the earliest first; one moment per aggregate.</summary>
internal sealed class AwaitedMoments
{
    private readonly Dictionary<StreamName, (Awaited Awaited, Instant At)> _byStream = [];
    private readonly SortedSet<(Instant At, string Stream)> _order = [];

    /// <summary>When the next one is due; null when nothing is waited for.</summary>
    public Instant? Next => _order.Count > 0 ? _order.Min.At : null;

    /// <summary>What an aggregate waits for from now on; nothing when null.</summary>
    /// <param name="stream">The aggregate's.</param>
    /// <param name="awaited">What it waits for.</param>
    /// <param name="retry">When it is due, where that is not its moment: that one has passed in vain.</param>
    public void Set(StreamName stream, Awaited? awaited, Instant? retry = null)
    {
        if (_byStream.Remove(stream, out var before)) _order.Remove((before.At, stream.Value));
        if (awaited is null) return;
        var at = retry ?? awaited.Moment.At;
        _byStream.Add(stream, (awaited, at));
        _order.Add((at, stream.Value));
    }

    /// <summary>Takes out the earliest that is due; null when none is.</summary>
    public Awaited? TakeDue(Instant now)
    {
        if (_order.Count == 0 || _order.Min.At > now) return null;
        var awaited = _byStream[new StreamName(_order.Min.Stream)].Awaited;
        Set(awaited.Stream, null);
        return awaited;
    }
}
