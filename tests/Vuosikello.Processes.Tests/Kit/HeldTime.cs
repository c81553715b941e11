namespace Vuosikello.Processes.Tests.Kit;

/// <summary>Time in which waits of half a minute and more last until a test lets them be over; shorter ones take as long as they say.</summary>
internal sealed class HeldTime : TimeProvider
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(30);
    private readonly Lock _gate = new();
    private readonly List<ITimer> _held = [];
    private readonly TaskCompletionSource _waited = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _over;

    /// <summary>Until somebody waits.</summary>
    public Task SomebodyWaits() => _waited.Task.WaitAsync(TestContext.Current.CancellationToken);

    /// <summary>All long waits are over, those too that begin from now on.</summary>
    public void Pass()
    {
        lock (_gate)
        {
            _over = true;
            foreach (var timer in _held) timer.Change(TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime < Long) return base.CreateTimer(callback, state, dueTime, period);
        lock (_gate)
        {
            var timer = base.CreateTimer(callback, state, _over ? TimeSpan.Zero : Timeout.InfiniteTimeSpan, period);
            _held.Add(timer);
            _waited.TrySetResult();
            return timer;
        }
    }
}
