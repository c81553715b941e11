namespace Vuosikello.Events.EventStoreDb.Resilience;

/// <summary>Whether the cluster takes appends: it does not from when appends fail one after another until its leader answers again.</summary>
public sealed class StoreCondition : IStoreCondition
{
    private readonly Lock _gate = new();
    private bool _canWrite = true;
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <inheritdoc />
    public bool CanWrite
    {
        get
        {
            lock (_gate) return _canWrite;
        }
    }

    /// <inheritdoc />
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
