using System.Globalization;
using Vuosikello.Domain;

namespace Vuosikello.Events;

/// <summary>Ids of events that follow from the command that caused them, so that the same command again appends nothing.</summary>
public static class EventIds
{
    /// <summary>The id of a command's event.</summary>
    /// <param name="command">The command; the namespace of the version 5 UUID.</param>
    /// <param name="index">Which of the command's events, from 0.</param>
    public static Guid For(CommandId command, int index) =>
        DeterministicGuid.Create(command.Value, index.ToString(CultureInfo.InvariantCulture));
}
