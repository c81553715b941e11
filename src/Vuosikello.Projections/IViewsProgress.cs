using Vuosikello.Events;

namespace Vuosikello.Projections;

/// <summary>How far the views are, for health and for people who wait for a start.</summary>
public interface IViewsProgress
{
    ViewsProgress Now { get; }
}

/// <summary>How far the views are.</summary>
/// <param name="Position">What the views show.</param>
/// <param name="Target">The end of the log as it was when the views began to follow it; null while the store has not answered.</param>
/// <param name="Applied">Events applied since the start, those of the snapshot left out.</param>
/// <param name="Ready">Whether the views have reached the target, and still follow.</param>
/// <param name="Failure">Why the views have stopped for good; null while they follow.</param>
public sealed record ViewsProgress(Position Position, Position? Target, long Applied, bool Ready, string? Failure);

/// <summary>The views have stopped for good and will not show what is waited for.</summary>
public sealed class ViewsHaltedException(string reason, Exception? inner = null) : Exception(reason, inner);
