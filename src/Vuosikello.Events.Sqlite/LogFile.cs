using Microsoft.Data.Sqlite;

namespace Vuosikello.Events.Sqlite;

/// <summary>Copies a log's file while a server writes to it.</summary>
public static class LogFile
{
    /// <summary>Of the log in a data folder.</summary>
    public const string Name = "events.db";

    /// <summary>
    /// Makes a copy as the log is at one moment, by SQLite's own online backup: the server goes on writing meanwhile, and what it writes then is in the next
    /// copy. The copy is one file, without a write-ahead log.
    /// </summary>
    /// <param name="dataFolder">Of the server.</param>
    /// <param name="file">A file that is not there yet.</param>
    /// <exception cref="StoreUnavailableException">There is no log in the folder, or it cannot be read now, or the copy cannot be written.</exception>
    /// <exception cref="StoreDamagedException">The log's file is not whole.</exception>
    public static void Copy(string dataFolder, string file)
    {
        string original = DataFolder.DatabaseIn(dataFolder);
        if (!File.Exists(original)) throw new StoreUnavailableException($"There is no event log in {dataFolder}.", transient: false);
        try
        {
            using var from = Open(original, SqliteOpenMode.ReadWrite);
            using var to = Open(file, SqliteOpenMode.ReadWriteCreate);
            from.BackupDatabase(to);
            using var settle = to.CreateCommand();
            settle.CommandText = "PRAGMA journal_mode = DELETE";
            settle.ExecuteNonQuery();
        }
        catch (Exception problem) when (problem is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw Failures.Explain(problem, dataFolder);
        }
    }

    private static SqliteConnection Open(string file, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }
}
