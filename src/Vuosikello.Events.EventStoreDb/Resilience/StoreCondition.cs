namespace Vuosikello.Events.EventStoreDb.Resilience;

/// <summary>Whether the cluster takes appends, as far as is known: what pages and health tell people as "read only for now".</summary>
public sealed class StoreCondition
{
    private readonly Lock _gate = new();
    private bool _canWrite = true;
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>False from when appends fail one after another until the cluster's leader answers again.</summary>
    public bool CanWrite
    {
        get
        {
            lock (_gate) return _canWrite;
        }
    }

    /// <summary>Completes when <see cref="CanWrite"/> is what is asked for; at once when it is.</summary>
    public async Task Until(bool canWrite, CancellationToken ct = default)
    {
        while (true)
        {
            Task changed;
            lock (_gate)
            {
                if (_canWrite == canWrite) return;
                changed = _changed.Task;
            }
            await changed.WaitAsync(ct);
        }
    }

    internal void Set(bool canWrite)
    {
        TaskCompletionSource changed;
        lock (_gate)
        {
            if (_canWrite == canWrite) return;
            _canWrite = canWrite;
            (changed, _changed) = (_changed, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        }
        changed.SetResult();
    }
}
