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
internal sealed class WriterCircuit(EventStoreDbOptions options, Func<CancellationToken, ValueTask> probe, Action<string?> told) : IAsyncDisposable
{
    private static readonly TimeSpan Counted = TimeSpan.FromSeconds(10);

    private readonly CircuitBreakerManualControl _control = new();
    private readonly ResiliencePipeline _recover = Pipelines.Recover(options);
    private readonly CancellationTokenSource _stopping = new();
    private readonly Lock _gate = new();
    private Task _recovering = Task.CompletedTask;

    public StoreCondition Condition { get; } = new();

    /// <summary>For the pipeline of appends.</summary>
    public CircuitBreakerStrategyOptions Breaker() => new()
    {
        // One broken connection fails all who share it; whether the cluster is away, their next tries tell.
        ShouldHandle = new PredicateBuilder().Handle<GrpcException>(static failure => !failure.IsInterruption && Passing.IsAway(failure)),
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
            if (!Condition.CanWrite || _stopping.IsCancellationRequested) return;
            Condition.Set(canWrite: false);
            _recovering = Task.Run(Recover);
        }
        told(failure.Message);
    }

    private async Task Recover()
    {
        // However it opened, only the leader's answer closes it: no writer has to find out.
        await _control.IsolateAsync(_stopping.Token);
        await _recover.ExecuteAsync(probe, _stopping.Token);
        await _control.CloseAsync(_stopping.Token);
        Condition.Set(canWrite: true);
        told(null);
    }

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
