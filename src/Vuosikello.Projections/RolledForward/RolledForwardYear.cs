using Vuosikello.Domain;
using Vuosikello.Events;

namespace Vuosikello.Projections.RolledForward;

/// <summary>A year that was started from an earlier one: what a process plans again.</summary>
/// <param name="Cycle">The new year.</param>
/// <param name="FromYear">The year whose activities are planned again.</param>
/// <param name="Activities">Which of them were chosen.</param>
/// <param name="Position">Where it happened.</param>
public sealed record RolledForwardYear(CycleId Cycle, int FromYear, ValueList<ActivityId> Activities, Position Position);

/// <summary>Queries on the years that were started from others.</summary>
public interface IRolledForwardYears
{
    /// <summary>Each of them in the order in which they happened, those to come too, until cancelled.</summary>
    IAsyncEnumerable<RolledForwardYear> Follow(CancellationToken ct);
}
