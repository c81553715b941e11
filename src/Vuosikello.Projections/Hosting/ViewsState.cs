using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Vuosikello.Events;

namespace Vuosikello.Projections.Hosting;

/// <summary>What the host tells of all views together: position, readiness, changes.</summary>
internal sealed partial class ViewsState(ILogger<ViewsState> log) : IViews, IViewsProgress
{
    private readonly Lock _gate = new();
    private readonly PriorityQueue<TaskCompletionSource, Position> _waiting = new();
    private readonly TaskCompletionSource _becameReady = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private ImmutableArray<Action<IReadOnlyList<ViewChange>>> _callbacks = [];
    private Position _position;
    private Position? _target;
    private long _applied;
    private bool _ready;
    private ViewsHaltedException? _halted;

    public Position Position { get { lock (_gate) return _position; } }

    public bool Ready { get { lock (_gate) return _ready; } }

    public ViewsProgress Now { get { lock (_gate) return new(_position, _target, _applied, _ready, _halted?.Message); } }

    public Task BecomeReady(CancellationToken ct) => _becameReady.Task.WaitAsync(ct);

    public Task WaitFor(Position position, CancellationToken ct)
    {
        TaskCompletionSource reached;
        lock (_gate)
        {
            if (position <= _position) return Task.CompletedTask;
            if (_halted is not null) return Task.FromException(_halted);
            if (ct.IsCancellationRequested) return Task.FromCanceled(ct);
            reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Enqueue(reached, position);
        }
        return Wait(reached, ct);
    }

    /// <summary>So many wait for a position now.</summary>
    internal int Waiting { get { lock (_gate) return _waiting.Count; } }

    private async Task Wait(TaskCompletionSource reached, CancellationToken ct)
    {
        try
        {
            await reached.Task.WaitAsync(ct);
        }
        catch (OperationCanceledException)
        {
            lock (_gate) _waiting.Remove(reached, out _, out _);
            throw;
        }
    }

    public IDisposable OnChange(Action<IReadOnlyList<ViewChange>> callback)
    {
        // A wrapper of its own, so that the same callback given twice is two.
        Action<IReadOnlyList<ViewChange>> mine = changes => callback(changes);
        lock (_gate) _callbacks = _callbacks.Add(mine);
        return new Subscription(() => { lock (_gate) _callbacks = _callbacks.Remove(mine); });
    }

    /// <summary>The views stand at a snapshot's position.</summary>
    internal void Restored(Position position)
    {
        lock (_gate)
        {
            _position = position;
            ReleaseWaiting();
        }
    }

    internal void Aim(Position target)
    {
        lock (_gate)
        {
            _target ??= target;
            if (_position >= _target) BeReady();
        }
    }

    /// <summary>
    /// A batch is in all views. Callbacks come before waiters, so that whoever waits finds also what is rendered ahead
    /// (feeds, fragments) told of the change.
    /// </summary>
    internal void Advance(Position position, int events, IReadOnlyList<ViewChange> changes)
    {
        if (changes.Count > 0)
        {
            foreach (var callback in _callbacks) Tell(callback, changes);
        }
        lock (_gate)
        {
            _position = position;
            _applied += events;
            if (_target is { } target && position >= target) BeReady();
            ReleaseWaiting();
        }
    }

    /// <summary>The views follow no more: nobody may go on waiting.</summary>
    internal void Halt(string reason, Exception? cause = null)
    {
        lock (_gate)
        {
            _ready = false;
            _halted = new(reason, cause);
            while (_waiting.TryDequeue(out var reached, out _)) reached.SetException(_halted);
            // nobody may be waiting for it: read, so that the failure does not count as unobserved
            if (_becameReady.TrySetException(_halted)) _ = _becameReady.Task.Exception;
        }
    }

    private void BeReady()
    {
        _ready = true;
        _becameReady.TrySetResult();
    }

    private void ReleaseWaiting()
    {
        while (_waiting.TryPeek(out var reached, out var wanted) && wanted <= _position)
        {
            _waiting.Dequeue();
            reached.SetResult();
        }
    }

    private void Tell(Action<IReadOnlyList<ViewChange>> callback, IReadOnlyList<ViewChange> changes)
    {
        try
        {
            callback(changes);
        }
        catch (Exception failure)
        {
            CallbackFailed(failure);
        }
    }

    [LoggerMessage(LogLevel.Error, "Somebody who follows the views failed at a change; the views go on.")]
    private partial void CallbackFailed(Exception failure);

    private sealed class Subscription(Action stop) : IDisposable
    {
        public void Dispose() => stop();
    }
}
