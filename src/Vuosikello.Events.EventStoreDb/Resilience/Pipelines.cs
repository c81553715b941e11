using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Vuosikello.Events.EventStoreDb.Connection;
using Vuosikello.Events.EventStoreDb.Grpc;

namespace Vuosikello.Events.EventStoreDb.Resilience;

/// <summary>What is tried again, how long, and why it may be. All pauses grow and are jittered, so that those whom one failure hit do not come back at the same moment.</summary>
internal static class Pipelines
{
    /// <summary>
    /// Finding the leader. A cluster needs seconds to choose a new one; until then every node says that there is none. Asking changes nothing.
    /// </summary>
    public static ResiliencePipeline Discover(ConnectionString connection, EventStoreDbOptions options)
    {
        var pipeline = new ResiliencePipelineBuilder { Name = "eventstoredb-discover" };
        if (connection.MaxDiscoverAttempts > 1)
            pipeline.AddRetry(Retry(connection.MaxDiscoverAttempts - 1, connection.DiscoveryInterval, options.LongestPause, Passing.Soon));
        return pipeline.Build();
    }

    /// <summary>
    /// Appending. Whether an append whose answer was lost had been made is not known, but the same event ids at the same place are written once,
    /// so it may be sent again as it is. Those whose shared call ended send it again at once, and only what comes of that is counted by the circuit: one broken
    /// call is no sign that the cluster is away. The circuit is not tried again when it is open: writers are to know at once.
    /// </summary>
    public static ResiliencePipeline Append(EventStoreDbOptions options, CircuitBreakerStrategyOptions circuit) => new ResiliencePipelineBuilder { Name = "eventstoredb-append" }
        .AddRetry(Retry(options.Retries, options.FirstPause, options.LongestPause, Passing.May))
        .AddCircuitBreaker(circuit)
        .AddRetry(AtOnce())
        .Build();

    /// <summary>Reading what is there: goes on after the last event that came, so none is lost or given twice.</summary>
    public static ResiliencePipeline Read(EventStoreDbOptions options) => new ResiliencePipelineBuilder { Name = "eventstoredb-read" }
        .AddRetry(Retry(options.Retries, options.FirstPause, options.LongestPause, Passing.Soon))
        .Build();

    /// <summary>
    /// Following the log: for ever, from the last position, because the views have nothing better to do than to wait for the cluster.
    /// </summary>
    /// <param name="interrupted">Told of every failure, and how long the pause after it is.</param>
    public static ResiliencePipeline Subscribe(EventStoreDbOptions options, Action<Exception, TimeSpan> interrupted)
    {
        var retry = Retry(int.MaxValue, options.FirstPause, options.LongestPause, Passing.May);
        retry.OnRetry = again =>
        {
            interrupted(again.Outcome.Exception!, again.RetryDelay);
            return ValueTask.CompletedTask;
        };
        return new ResiliencePipelineBuilder { Name = "eventstoredb-subscribe" }.AddRetry(retry).Build();
    }

    /// <summary>Looking whether a cluster that was away is back: for ever, so that writers can go on without anybody having to try.</summary>
    public static ResiliencePipeline Recover(EventStoreDbOptions options)
    {
        var retry = Retry(int.MaxValue, options.FirstPause, options.LongestPause, static _ => true);
        // Whatever the reason, also somebody's cancelling: nobody else would ever look again. Only the closing of the store ends it.
        retry.ShouldHandle = new PredicateBuilder().Handle<Exception>();
        return new ResiliencePipelineBuilder { Name = "eventstoredb-recover" }.AddRetry(retry).Build();
    }

    private static RetryStrategyOptions AtOnce() => new()
    {
        ShouldHandle = new PredicateBuilder().Handle<GrpcException>(static failure => failure.IsInterruption && Passing.May(failure)),
        MaxRetryAttempts = 1,
        Delay = TimeSpan.Zero,
    };

    private static RetryStrategyOptions Retry(int attempts, TimeSpan first, TimeSpan longest, Func<GrpcException, bool> passes) => new()
    {
        ShouldHandle = new PredicateBuilder().Handle(passes),
        MaxRetryAttempts = attempts,
        BackoffType = DelayBackoffType.Exponential,
        Delay = first,
        MaxDelay = longest,
        UseJitter = true,
    };
}
