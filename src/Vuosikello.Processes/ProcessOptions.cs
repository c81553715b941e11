namespace Vuosikello.Processes;

/// <summary>How the processes run.</summary>
public sealed record ProcessOptions
{
    /// <summary>How long what time brings about waits at most before it looks at the clock again; a clock may jump meanwhile.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// How long the documents of a comment round may be in it before it opens, until its opening counts as broken off: longer than a command
    /// may take in all, see <see cref="Vuosikello.Commands.CommandOptions.Patience"/>.
    /// </summary>
    public TimeSpan OpeningTakes { get; init; } = TimeSpan.FromSeconds(30);
}
