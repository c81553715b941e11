using Vuosikello.Events;
using Vuosikello.Events.Proof;

namespace Vuosikello.Commands.Aggregates;

/// <summary>An aggregate's state as of one version of its stream. Immutable.</summary>
/// <param name="State">The fold of the stream; null when nothing is there.</param>
/// <param name="Version">Of the last event read; -1 when the stream is empty.</param>
/// <param name="Position">Of the last event read.</param>
/// <param name="Hash">Of the last event read, as it is in the store; the next one is chained to it.</param>
internal sealed record Loaded<TState>(TState? State, long Version, Position Position, EventHash Hash) where TState : class
{
    public static readonly Loaded<TState> Nothing = new(null, -1, Position.Start, default);
}
