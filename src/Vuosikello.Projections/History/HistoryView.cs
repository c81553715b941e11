using Vuosikello.Domain;
using Vuosikello.Domain.Activities;
using Vuosikello.Events;

namespace Vuosikello.Projections.History;

/// <summary>One change of one activity: what it says in the history, and what an undo goes back to.</summary>
/// <param name="Version">The event's version in the activity's stream.</param>
/// <param name="Event">What happened.</param>
/// <param name="Before">The activity before it; null for the planning itself.</param>
public sealed record ActivityChange(long Version, Position Position, IEvent Event, Stamp Stamp, Activity? Before);

/// <summary>Queries on the history.</summary>
public interface IActivityHistory
{
    /// <summary>All changes of an activity, oldest first; empty when there is no such activity. Folded from its stream when asked.</summary>
    ValueTask<IReadOnlyList<ActivityChange>> Of(ActivityId activity, CancellationToken ct);
}
