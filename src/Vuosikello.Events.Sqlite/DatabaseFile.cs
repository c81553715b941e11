using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Vuosikello.Events.Sqlite;

/// <summary>The log's file: made whole or not at all, and looked over before it is used.</summary>
internal static class DatabaseFile
{
    /// <summary>The writer's connection to the folder's log, which is made when there is none.</summary>
    public static SqliteConnection Open(DataFolder folder)
    {
        if (!File.Exists(folder.Database)) Create(folder);
        FileCheck.Run(folder);
        // The settings change the file of a database that is not ours: the marks come first.
        using (var connection = Connect(folder.Database, SqliteOpenMode.ReadWrite)) CheckMarks(connection, folder);
        return Connect(folder, Schema.Connection + Schema.Writer);
    }

    /// <summary>A connection with this store's settings.</summary>
    public static SqliteConnection Connect(DataFolder folder) => Connect(folder, Schema.Connection);

    /// <summary>Makes what will own the connection; closes the connection when that fails.</summary>
    public static T Use<T>(SqliteConnection connection, Func<SqliteConnection, T> make)
    {
        try
        {
            return make(connection);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static SqliteConnection Connect(DataFolder folder, string settings) => Use(Connect(folder.Database, SqliteOpenMode.ReadWrite), connection =>
    {
        Execute(connection, settings);
        return connection;
    });

    // Under another name first: a file of the log's own name is always whole, so that an empty one is known to be damaged.
    private static void Create(DataFolder folder)
    {
        if (File.Exists(folder.WriteAheadLog))
            throw Failures.Damaged(folder.Path, "there is a write-ahead log (events.db-wal) but no events.db beside it");

        File.Delete(folder.UnfinishedDatabase);
        using (var connection = Connect(folder.UnfinishedDatabase, SqliteOpenMode.ReadWriteCreate)) Execute(connection, Schema.Create);
        File.Move(folder.UnfinishedDatabase, folder.Database);
    }

    private static void CheckMarks(SqliteConnection connection, DataFolder folder)
    {
        if (Number(connection, "PRAGMA application_id") != Schema.ApplicationId)
            throw Failures.Damaged(folder.Path, "events.db is a database, but not an event log of Vuosikello");

        long version = Number(connection, "PRAGMA user_version");
        if (version > Schema.Version)
        {
            throw new StoreUnavailableException(
                $"The event log in '{folder.Path}' was written by a newer version of Vuosikello (its format is {version}, this version knows {Schema.Version}). Use the newer version.",
                transient: false);
        }
    }

    private static SqliteConnection Connect(string file, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The text is one of this project's own constants.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    private static long Number(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }
}
