using Polly;
using Polly.CircuitBreaker;
using Vuosikello.Events.EventStoreDb.Grpc;

namespace Vuosikello.Events.EventStoreDb.Resilience;

/// <summary>
/// Turns a cluster that is gone into quick clear errors for writers: each would otherwise wait out all its tries. While it is open, the
/// leader is asked again and again whether it is back; when it answers, writing goes on by itself.
/// </summary>
/// <param name="probe">Asks the leader for something small; throws a <see cref="StoreUnavailableException"/> while there is none.</param>
/// <param name="told">Told why the cluster is away, and with null that it is back.</param>
/// <param name="time">Counts the pauses between closings that help nobody.</param>
internal sealed class WriterCircuit(EventStoreDbOptions options, Func<CancellationToken, ValueTask> probe, Action<string?> told, TimeProvider time) : IAsyncDisposable
{
    private static readonly TimeSpan Counted = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    private readonly CircuitBreakerManualControl _control = new();
    private readonly ResiliencePipeline _recover = Pipelines.Recover(options);
    private readonly CancellationTokenSource _stopping = new();
    private readonly Lock _gate = new();
    private Task _recovering = Task.CompletedTask;
    private bool _isLooking;
    private long _openings;
    private int _fruitless;

    public StoreCondition Condition { get; } = new();

    /// <summary>For the pipeline of appends.</summary>
    public CircuitBreakerStrategyOptions Breaker() => new()
    {
        ShouldHandle = attempt =>
        {
            if (attempt.Outcome.Exception is null) Volatile.Write(ref _fruitless, 0);
            return ValueTask.FromResult(attempt.Outcome.Exception is GrpcException failure && Passing.IsAway(failure));
        },
        FailureRatio = 0.5,
        MinimumThroughput = options.FailuresUntilReadOnly,
        SamplingDuration = Counted,
        BreakDuration = TimeSpan.FromSeconds(30),
        ManualControl = _control,
        OnOpened = opened =>
        {
            if (opened.Outcome.Exception is { } failure) Open(failure);
            return ValueTask.CompletedTask;
        },
    };

    /// <summary>The cluster is away: opens the circuit also when others than writers found that out.</summary>
    public void Open(Exception failure)
    {
        lock (_gate)
        {
            if (_stopping.IsCancellationRequested) return;
            _openings++;
            if (_isLooking) return;
            _isLooking = true;
            Condition.Set(canWrite: false);
            _recovering = Task.Run(Recover);
        }
        told(failure.Message);
    }

    private async Task Recover()
    {
        while (!await Look()) continue;
        told(null);
    }

    /// <summary>Waits until the leader answers, and closes the circuit. False when it opened again meanwhile.</summary>
    private async Task<bool> Look()
    {
        // However it opened, only the leader's answer closes it: no writer has to find out.
        await _control.IsolateAsync(_stopping.Token);
        // A leader that can be read from may still be unable to commit: then closing would let writers wait in vain again and again.
        if (PauseAfter(Volatile.Read(ref _fruitless)) is { Ticks: > 0 } pause) await Task.Delay(pause, time, _stopping.Token);
        await _recover.ExecuteAsync(probe, _stopping.Token);
        long openings = Interlocked.Read(ref _openings);
        await _control.CloseAsync(_stopping.Token);
        lock (_gate)
        {
            if (_openings != openings) return false;
            _fruitless++;
            _isLooking = false;
            Condition.Set(canWrite: true);
            return true;
        }
    }

    /// <summary>How long the circuit stays open at least, after so many closings since which no append has got through.</summary>
    private TimeSpan PauseAfter(int fruitless) => fruitless == 0
        ? TimeSpan.Zero
        : TimeSpan.FromTicks(Math.Min(LongestPause.Ticks, options.FirstPause.Ticks << Math.Min(fruitless, 16)));

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        Task recovering;
        lock (_gate) recovering = _recovering;
        // Looking ends by being cancelled, which is no failure here.
        await recovering.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stopping.Dispose();
    }
}
