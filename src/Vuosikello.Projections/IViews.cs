using Vuosikello.Domain;
using Vuosikello.Events;

namespace Vuosikello.Projections;

/// <summary>The state of all views together: how far they are, and what changes.</summary>
public interface IViews
{
    /// <summary>All events up to here are visible in every view.</summary>
    Position Position { get; }

    /// <summary>True once the views have caught up with the end of the log as it was at the start.</summary>
    bool Ready { get; }

    /// <summary>Waits until the views are ready for the first time.</summary>
    /// <exception cref="ViewsHaltedException">They stopped before they were.</exception>
    Task BecomeReady(CancellationToken ct);

    /// <summary>Waits until the views show everything up to <paramref name="position"/>: whoever wrote sees what they wrote.</summary>
    Task WaitFor(Position position, CancellationToken ct);

    /// <summary>
    /// Calls back after each applied batch, in order, with what it touched; one call at a time. The callback must be quick
    /// (put the changes into a channel). Nothing is called back before the views are ready for the first time: what was rendered
    /// before that has to be rendered again. Dispose to stop.
    /// </summary>
    IDisposable OnChange(Action<IReadOnlyList<ViewChange>> callback);
}

/// <summary>One thing that an event touched.</summary>
/// <param name="Partnership">Which; <see cref="OfServer"/> when it is about the server itself.</param>
/// <param name="Year">Null when the whole partnership is concerned (a renamed area, say).</param>
/// <param name="Activity">Null when it is not about one activity.</param>
/// <param name="Stream">The aggregate that changed.</param>
public readonly record struct ViewChange(PartnershipId Partnership, int? Year, ActivityId? Activity, Position Position, StreamName Stream)
{
    /// <summary>Stands for no partnership: no partnership can have an empty short name.</summary>
    public static PartnershipId OfServer { get; } = new("");
}
