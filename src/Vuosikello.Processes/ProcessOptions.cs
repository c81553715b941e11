namespace Vuosikello.Processes;

/// <summary>How the processes run.</summary>
public sealed record ProcessOptions
{
    /// <summary>How long what time brings about waits at most before it looks at the clock again; a clock may jump meanwhile.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromMinutes(1);
}
