using Vuosikello.Events;

namespace Vuosikello.Commands.Aggregates;

/// <summary>An aggregate's state as of one version of its stream. Immutable.</summary>
/// <param name="State">The fold of the stream; null when nothing is there.</param>
/// <param name="Version">Of the last event read; -1 when the stream is empty.</param>
/// <param name="Position">Of the last event read.</param>
internal sealed record Loaded<TState>(TState? State, long Version, Position Position) where TState : class
{
    public static readonly Loaded<TState> Nothing = new(null, -1, Position.Start);
}
