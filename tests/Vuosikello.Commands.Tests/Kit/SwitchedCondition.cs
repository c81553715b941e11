using Vuosikello.Events;

namespace Vuosikello.Commands.Tests.Kit;

/// <summary>Says that the store is away, or back, when a test says so.</summary>
internal sealed class SwitchedCondition : IStoreCondition
{
    private readonly Lock _gate = new();
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _canWrite = true;

    public bool CanWrite
    {
        get { lock (_gate) return _canWrite; }
        set
        {
            TaskCompletionSource changed;
            lock (_gate) (_canWrite, changed, _changed) = (value, _changed, new(TaskCreationOptions.RunContinuationsAsynchronously));
            changed.SetResult();
        }
    }

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
}
