namespace Vuosikello.Events.Sqlite;

/// <summary>
/// What was committed last, in memory, for subscribers that follow closely, and the signal that more has come. Bounded: a
/// subscriber that falls behind reads from disk. Positions follow one another without gaps.
/// </summary>
internal sealed class RecentEvents(long end, int mostEvents = 4096, long mostBytes = 8 << 20)
{
    private readonly Lock _gate = new();
    private readonly Queue<RecordedEvent> _events = new();
    private long _bytes;
    private long _end = end;
    private TaskCompletionSource _more = NewSignal();

    /// <summary>The position of the last committed event.</summary>
    public long End => Interlocked.Read(ref _end);

    /// <summary>Adds what was committed and wakes those who wait; they go on elsewhere.</summary>
    public void Add(IReadOnlyList<RecordedEvent> committed)
    {
        TaskCompletionSource more;
        lock (_gate)
        {
            foreach (var e in committed)
            {
                _events.Enqueue(e);
                _bytes += Size(e);
            }
            while (_events.Count > mostEvents || (_bytes > mostBytes && _events.Count > 0)) _bytes -= Size(_events.Dequeue());
            Interlocked.Exchange(ref _end, committed[^1].Position.Value);
            (more, _more) = (_more, NewSignal());
        }
        more.SetResult();
    }

    /// <summary>
    /// The events after a position. Empty when there are none yet: <paramref name="more"/> completes when there are. Null
    /// when they are no longer in memory.
    /// </summary>
    public IReadOnlyList<RecordedEvent>? After(long position, out Task more)
    {
        lock (_gate)
        {
            more = _more.Task;
            if (position >= _end) return [];
            long first = _end - _events.Count + 1;
            return position + 1 < first ? null : [.. _events.Skip((int)(position + 1 - first))];
        }
    }

    private static long Size(RecordedEvent e) => e.Data.Length + e.Metadata.Length + 200;
    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
