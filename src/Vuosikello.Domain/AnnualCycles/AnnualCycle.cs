namespace Vuosikello.Domain.AnnualCycles;

/// <summary>One partnership's one year as its events made it.</summary>
/// <param name="RolledForwardFrom">The year whose activities this one started from.</param>
/// <param name="Round">The comment round that it is in; null while it is in none, and when it was opened for comments by hand.</param>
public sealed partial record AnnualCycle(
    CycleId Id,
    CyclePhase Phase,
    LocalText Emphasis,
    int? RolledForwardFrom,
    long Version,
    RoundId? Round = null) : IState<AnnualCycle>
{
    /// <summary>Whether it was adopted; a closed one was.</summary>
    public bool IsAdopted => Phase is CyclePhase.Adopted or CyclePhase.Closed;
}

/// <summary>A cycle's way through its life. A closed one is no longer edited.</summary>
public enum CyclePhase
{
    Draft,
    InCommentRound,
    Adopted,
    Closed,
}
