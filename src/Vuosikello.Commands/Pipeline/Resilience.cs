using Polly;
using Polly.Retry;
using Polly.Timeout;
using Vuosikello.Events;

namespace Vuosikello.Commands;

/// <summary>The two reasons to try again: the store is away, or another server wrote to the same stream first.</summary>
internal sealed class Resilience(CommandOptions options, TimeProvider time)
{
    /// <summary>A store that is busy is asked again, with growing pauses, until patience ends.</summary>
    public ResiliencePipeline Outages { get; } = new ResiliencePipelineBuilder { TimeProvider = time }
        .AddTimeout(new TimeoutStrategyOptions { Timeout = options.Patience })
        .AddRetry(new RetryStrategyOptions
        {
            ShouldHandle = new PredicateBuilder().Handle<StoreUnavailableException>(static away => away.IsTransient),
            MaxRetryAttempts = options.OutageRetries,
            BackoffType = DelayBackoffType.Exponential,
            Delay = options.OutagePause,
            MaxDelay = TimeSpan.FromSeconds(1),
            UseJitter = true,
        })
        .Build();

    /// <summary>What others changed meanwhile is read, and the command decided again.</summary>
    public ResiliencePipeline Conflicts { get; } = new ResiliencePipelineBuilder { TimeProvider = time }
        .AddRetry(new RetryStrategyOptions
        {
            ShouldHandle = new PredicateBuilder().Handle<WrongExpectedVersionException>(),
            MaxRetryAttempts = options.ConflictRetries,
            BackoffType = DelayBackoffType.Exponential,
            Delay = options.ConflictPause,
            MaxDelay = TimeSpan.FromMilliseconds(200),
            UseJitter = true,
        })
        .Build();
}
