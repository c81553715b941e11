namespace Vuosikello.Commands;

/// <summary>How patient the pipeline is, and how much it remembers.</summary>
public sealed record CommandOptions
{
    /// <summary>How long a command may take in all, tries and pauses included, before it ends in <see cref="Outcome.TryAgain"/>.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The first pause after an outage of the store; each later one is about twice as long, with jitter, up to a second.</summary>
    public TimeSpan OutagePause { get; init; } = TimeSpan.FromMilliseconds(25);

    /// <summary>How often a command is sent again to a store that is away, at most.</summary>
    public int OutageRetries { get; init; } = 12;

    /// <summary>The first pause after another server wrote to the same stream; each later one is about twice as long, with jitter.</summary>
    public TimeSpan ConflictPause { get; init; } = TimeSpan.FromMilliseconds(2);

    /// <summary>How often a command is decided again on fresh state, at most.</summary>
    public int ConflictRetries { get; init; } = 8;

    /// <summary>How many aggregates' states are remembered; the ones not used for longest are forgotten first.</summary>
    public int RememberedAggregates { get; init; } = 20_000;
}
