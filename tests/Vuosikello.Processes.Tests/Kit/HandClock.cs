using NodaTime;

namespace Vuosikello.Processes.Tests.Kit;

/// <summary>A clock that a test sets, forward and back.</summary>
internal sealed class HandClock(Instant now) : IClock
{
    private readonly Lock _gate = new();
    private Instant _now = now;
    private int _looksLeft;
    private TaskCompletionSource _looked = new();

    public Instant GetCurrentInstant()
    {
        lock (_gate)
        {
            if (_looksLeft > 0 && --_looksLeft == 0) _looked.SetResult();
            return _now;
        }
    }

    public void Set(Instant now)
    {
        lock (_gate) _now = now;
    }

    /// <summary>Sets the clock and waits until somebody has looked at it so often since: whoever waits for a moment has then seen it and gone on waiting.</summary>
    public Task SetAndSeen(Instant now, int looks = 6)
    {
        lock (_gate)
        {
            _now = now;
            _looksLeft = looks;
            _looked = new(TaskCreationOptions.RunContinuationsAsynchronously);
            return _looked.Task.WaitAsync(TestContext.Current.CancellationToken);
        }
    }
}
