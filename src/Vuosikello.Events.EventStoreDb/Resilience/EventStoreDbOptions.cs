namespace Vuosikello.Events.EventStoreDb.Resilience;

/// <summary>What this application settles for itself; how to reach the cluster is in the connection string.</summary>
public sealed record EventStoreDbOptions
{
    /// <summary>
    /// Begins the names of all streams of this application in the cluster, so that those of others, and the system's own, are left out.
    /// Never part of the names outside this project. Not to be changed once there are events.
    /// </summary>
    public string StreamPrefix { get; init; } = "vk-";

    /// <summary>How often an append or a reading is tried again before it fails; 1 or more.</summary>
    public int Retries { get; init; } = 5;

    /// <summary>The pause before the first try again; it doubles from one to the next.</summary>
    public TimeSpan FirstPause { get; init; } = TimeSpan.FromMilliseconds(50);

    /// <summary>No pause is longer.</summary>
    public TimeSpan LongestPause { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>So many attempts at appends within ten seconds, half of them failures, and writers are told at once that the cluster is away; 2 or more.</summary>
    public int FailuresUntilReadOnly { get; init; } = 5;

    /// <summary>Nobody has been answered by a leader for so long, and writers are told the same. Choosing a new leader takes a cluster a second or two.</summary>
    public TimeSpan SilenceUntilReadOnly { get; init; } = TimeSpan.FromSeconds(4);
}
