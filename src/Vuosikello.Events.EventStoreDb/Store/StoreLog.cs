using Microsoft.Extensions.Logging;

namespace Vuosikello.Events.EventStoreDb.Store;

/// <summary>What the store tells those who keep the server, when nobody who appends or reads would hear of it.</summary>
internal static partial class StoreLog
{
    [LoggerMessage(LogLevel.Warning, "Following the log of EventStoreDB at {Hosts} was interrupted: {Reason} It goes on from the last position after {Pause}.")]
    public static partial void Interrupted(this ILogger log, string hosts, string reason, TimeSpan pause);
}
