using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Vuosikello.Events.Sqlite;

/// <summary>What SQLite's result codes mean to people: what is wrong with which folder, and what to do.</summary>
internal static class Failures
{
    /// <summary>The port's exception for one of SQLite's or the file system's; other exceptions pass as they are.</summary>
    public static Exception Explain(Exception problem, string folder) => problem switch
    {
        SqliteException sqlite => Explain(sqlite, folder),
        UnauthorizedAccessException => new StoreUnavailableException(
            $"The data folder '{folder}' cannot be written to: {problem.Message} Give the account that runs the server the right to write there, or choose another folder.",
            transient: false, problem),
        IOException => new StoreUnavailableException(
            $"The data folder '{folder}' cannot be used: {problem.Message} Choose a folder that can be written to, or see to the disk.",
            transient: false, problem),
        _ => problem,
    };

    private static Exception Explain(SqliteException problem, string folder) => problem.SqliteErrorCode switch
    {
        raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB => Damaged(folder, problem.Message, problem),
        raw.SQLITE_FULL => Unavailable(folder, "the disk is full. Make room on it; writing goes on by itself then", problem),
        raw.SQLITE_READONLY => Unavailable(folder, "the folder cannot be written to. Give the account that runs the server the right to write there", problem),
        raw.SQLITE_CANTOPEN => Unavailable(folder, "its files cannot be opened. See that the folder is there and can be written to", problem),
        raw.SQLITE_IOERR => Unavailable(folder, $"reading or writing failed ({problem.Message}). See to the disk", problem),
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => new StoreUnavailableException(
            $"The event log in '{folder}' is busy. Try again in a moment.", transient: true, problem),
        _ => Unavailable(folder, $"SQLite says: {problem.Message}", problem),
    };

    public static StoreDamagedException Damaged(string folder, string found, Exception? problem = null) => new(
        $"The event log in '{folder}' is damaged: {found}. Nothing was changed. Keep the folder as it is, and start with a backup in its place (eventstore/README.md).",
        problem);

    private static StoreUnavailableException Unavailable(string folder, string what, Exception problem) =>
        new($"The event log in '{folder}' cannot be used: {what}.", transient: false, problem);
}
