using System.Runtime.CompilerServices;
using NodaTime;
using Vuosikello.Events;

namespace Vuosikello.Projections.Tests;

/// <summary>A log in memory that can be made to fail at a place.</summary>
public sealed class MemoryStore : IEventStore
{
    private readonly Lock _gate = new();
    private readonly List<RecordedEvent> _log = [];
    private readonly Queue<(int After, Exception Failure)> _failures = new();
    private TaskCompletionSource _more = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>How many events one batch of a subscription has at most.</summary>
    public int BatchSize { get; init; } = 100;

    /// <summary>What the reading of a stream that begins now waits for.</summary>
    public Task Ready { get; set; } = Task.CompletedTask;

    /// <summary>How often somebody has subscribed.</summary>
    public int Subscriptions { get; private set; }

    /// <summary>The next subscription fails after it has given out so many events.</summary>
    public void FailSubscriptionAfter(int events, Exception failure) => _failures.Enqueue((events, failure));

    public void CutTo(int events)
    {
        lock (_gate) _log.RemoveRange(events, _log.Count - events);
    }

    /// <summary>Does what no store may: makes an event say something else.</summary>
    public void Rewrite(int index, Domain.IEvent e)
    {
        lock (_gate)
        {
            var before = _log[index];
            _log[index] = before with { Data = EventSerializer.Serialize(e, EventSerializer.Deserialize(before).Stamp, before.Id).Data };
        }
    }

    public Task<AppendResult> Append(StreamName stream, ExpectedVersion expected, IReadOnlyList<EventData> events, CancellationToken ct = default)
    {
        lock (_gate)
        {
            long version = _log.Count(e => e.Stream == stream) - 1;
            foreach (var e in events) _log.Add(new(stream, ++version, new(_log.Count + 1), e.Id, e.Type, e.Data, e.Metadata, Instant.FromUtc(2026, 1, 1, 0, 0)));
            _more.TrySetResult();
            _more = new(TaskCreationOptions.RunContinuationsAsynchronously);
            return Task.FromResult(new AppendResult(version, new(_log.Count)));
        }
    }

    public async IAsyncEnumerable<RecordedEvent> ReadStream(StreamName stream, long fromVersion = 0, [EnumeratorCancellation] CancellationToken ct = default)
    {
        await Ready.WaitAsync(ct);
        RecordedEvent[] events;
        lock (_gate) events = [.. _log.Where(e => e.Stream == stream && e.Version >= fromVersion)];
        foreach (var e in events) yield return e;
    }

    public IAsyncEnumerable<RecordedEvent> ReadAll(Position after, CancellationToken ct = default)
    {
        lock (_gate) return _log.Where(e => e.Position > after).ToArray().ToAsyncEnumerable();
    }

    public async IAsyncEnumerable<IReadOnlyList<RecordedEvent>> Subscribe(Position after, [EnumeratorCancellation] CancellationToken ct = default)
    {
        (int After, Exception Failure)? failing;
        lock (_gate)
        {
            Subscriptions++;
            failing = _failures.TryDequeue(out var next) ? next : null;
        }
        int given = 0;
        while (true)
        {
            RecordedEvent[] batch;
            Task more;
            lock (_gate)
            {
                int size = Math.Min(BatchSize, failing is { } f ? f.After - given : int.MaxValue);
                batch = [.. _log.Where(e => e.Position > after).Take(size)];
                more = _more.Task;
            }
            if (batch.Length > 0) after = batch[^1].Position;
            given += batch.Length;
            if (batch.Length > 0 || given != failing?.After) yield return batch;
            if (given == failing?.After) throw failing.Value.Failure;
            if (batch.Length == 0) await more.WaitAsync(ct);
        }
    }

    public Task<Position> End(CancellationToken ct = default)
    {
        lock (_gate) return Task.FromResult(new Position(_log.Count));
    }
}
