using MediatR;
using Vuosikello.Commands;
using Vuosikello.Domain;
using Vuosikello.Events;

namespace Vuosikello.Processes.Time;

/// <summary>Tells of one kind of aggregates in which of them time will bring something about. Reads a view.</summary>
public interface ITimedAggregates
{
    /// <summary>Each aggregate that has a moment to come, or past and not dealt with yet.</summary>
    IEnumerable<Awaited> All();

    /// <summary>What one aggregate waits for; null when it waits for nothing or is of another kind.</summary>
    Awaited? Of(StreamName stream);
}

/// <summary>An aggregate's next moment, and the command that brings about what is due then.</summary>
/// <param name="Stream">The aggregate's.</param>
/// <param name="Moment">When, and why.</param>
/// <param name="Command">The command with its stamp. It brings about everything that is due by the stamp's time, and nothing when nothing is.</param>
public sealed record Awaited(StreamName Stream, Moment Moment, Func<Stamp, IRequest<Outcome>> Command)
{
    private static readonly Guid Commands = new("5d0c7d0e-2c6e-4d6c-9b0c-6a8c4f1b7a31");

    /// <summary>The command's id follows from the stream and the cause: whoever sends it, and however often, it happens once.</summary>
    public CommandId CommandId => new(DeterministicGuid.Create(Commands, $"{Stream}\n{Moment.Cause}"));
}
