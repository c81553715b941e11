using Polly;
using Polly.CircuitBreaker;
using Vuosikello.Events.EventStoreDb.Grpc;

namespace Vuosikello.Events.EventStoreDb.Resilience;

/// <summary>
/// Turns a cluster that is gone into quick clear errors for writers: each would otherwise wait out all its tries. While it is open, the
/// leader is asked again and again whether it is back; when it answers, writing goes on by itself.
/// </summary>
/// <param name="probe">Asks the leader for something small; throws a <see cref="StoreUnavailableException"/> while there is none.</param>
internal sealed class WriterCircuit(EventStoreDbOptions options, Func<CancellationToken, ValueTask> probe) : IAsyncDisposable
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
        ShouldHandle = new PredicateBuilder().Handle<GrpcException>(Passing.IsAway),
        FailureRatio = 0.5,
        MinimumThroughput = options.FailuresUntilReadOnly,
        SamplingDuration = Counted,
        BreakDuration = TimeSpan.FromSeconds(30),
        ManualControl = _control,
        OnOpened = _ =>
        {
            Condition.Set(canWrite: false);
            Recover();
            return ValueTask.CompletedTask;
        },
        OnClosed = _ =>
        {
            Condition.Set(canWrite: true);
            return ValueTask.CompletedTask;
        },
    };

    private void Recover()
    {
        lock (_gate)
        {
            if (_recovering.IsCompleted) _recovering = Task.Run(Look);
        }
    }

    private async Task Look()
    {
        await _recover.ExecuteAsync(probe, _stopping.Token);
        await _control.CloseAsync(_stopping.Token);
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
