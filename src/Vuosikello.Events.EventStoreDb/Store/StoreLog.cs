using Microsoft.Extensions.Logging;

namespace Vuosikello.Events.EventStoreDb.Store;

/// <summary>What the store tells those who keep the server, when nobody who appends or reads would hear of it.</summary>
internal static partial class StoreLog
{
    [LoggerMessage(LogLevel.Warning, "Following the log of EventStoreDB at {Hosts} was interrupted: {Reason} It goes on from the last position after {Pause}.")]
    public static partial void Interrupted(this ILogger log, string hosts, string reason, TimeSpan pause);

    [LoggerMessage(LogLevel.Error, "EventStoreDB at {Hosts} is away, so nothing can be saved until it answers again: {Reason}")]
    public static partial void Away(this ILogger log, string hosts, string reason);

    [LoggerMessage(LogLevel.Warning, "EventStoreDB at {Hosts} answers again; saving goes on.")]
    public static partial void Back(this ILogger log, string hosts);
}
