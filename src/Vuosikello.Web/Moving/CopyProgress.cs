namespace Vuosikello.Web.Moving;

/// <summary>What a copy is at.</summary>
public enum CopyStep
{
    /// <summary>Comparing what an earlier run has copied.</summary>
    Comparing,

    /// <summary>Copying what is not there yet.</summary>
    Copying,

    /// <summary>Reading both logs side by side from the first event on.</summary>
    Checking,
}

/// <summary>How far a copy has come.</summary>
/// <param name="Events">How many events of the log lie behind, since its first one.</param>
/// <param name="Part">Which part of the log that is, by its positions, from 0 to 1.</param>
public readonly record struct CopyProgress(CopyStep Step, long Events, double Part);
