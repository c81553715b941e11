using System.Collections.Concurrent;

namespace Vuosikello.Events.EventStoreDb.Tests.Resilience;

/// <summary>A time in which every pause is over at once, and is remembered.</summary>
internal sealed class RecordedPauses : TimeProvider
{
    public ConcurrentQueue<TimeSpan> Pauses { get; } = new();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        Pauses.Enqueue(dueTime);
        return base.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}
