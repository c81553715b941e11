using Microsoft.Extensions.Logging;

namespace Vuosikello.Events.Sqlite;

/// <summary>What the store tells those who keep the server, when nobody who appends or reads would hear of it.</summary>
internal static partial class StoreLog
{
    [LoggerMessage(LogLevel.Warning, "The write-ahead log in {Folder} could not be moved into events.db. Nothing is lost, but the log grows until it can be. See to the disk and to the rights of the folder.")]
    public static partial void TidyingFailed(this ILogger log, string folder, Exception problem);
}
