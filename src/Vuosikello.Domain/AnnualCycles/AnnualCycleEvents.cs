namespace Vuosikello.Domain.AnnualCycles;

public sealed record CycleDrafted(CycleId Cycle) : IEvent;

/// <summary>The year's emphasis (<c>painopiste</c>).</summary>
public sealed record CycleEmphasisSet(LocalText Emphasis) : IEvent;

/// <param name="Round">The round that comments on it; null when it was opened by hand.</param>
public sealed record CycleOpenedForComments(RoundId? Round = null) : IEvent;

/// <summary>The round ended without adoption; the cycle is a draft again.</summary>
public sealed record CycleReturnedToDraft : IEvent;

public sealed record CycleAdopted : IEvent;

public sealed record CycleClosed : IEvent;

/// <summary>A closed cycle is adopted again: the inverse of closing.</summary>
public sealed record CycleReopened : IEvent;

/// <summary>
/// The year starts from an earlier one: each of these activities is to be planned again in the same week on the same
/// weekday. A process plans them; their new ids follow from the old ones and the year.
/// </summary>
public sealed record CycleRolledForward(int FromYear, ValueList<ActivityId> Activities) : IEvent;
