using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Vuosikello.Accounts.Database;

/// <summary>Copies the file of the embedded accounts while a server writes to it, and looks a copy over.</summary>
public static class AccountsFile
{
    /// <summary>In a data folder.</summary>
    public const string Name = "accounts.db";

    /// <summary>Makes a copy as the accounts are at one moment, packed: what was deleted before is not in it.</summary>
    /// <param name="original">The file that a server may have open.</param>
    /// <param name="copy">A file that is not there yet.</param>
    /// <exception cref="SqliteException">It is no database, or is damaged, or the copy cannot be written.</exception>
    public static void Copy(string original, string copy)
    {
        using var connection = Open(original, SqliteOpenMode.ReadWrite);
        using var pack = connection.CreateCommand();
        pack.CommandText = "VACUUM INTO $copy";
        pack.Parameters.AddWithValue("$copy", copy);
        pack.ExecuteNonQuery();
    }

    /// <summary>Reads the whole file.</summary>
    /// <returns>How many persons are in it, and the last change of its form.</returns>
    /// <exception cref="SqliteException">It is no database of accounts.</exception>
    /// <exception cref="InvalidDataException">It is damaged.</exception>
    public static (long Persons, string Form) Check(string file)
    {
        using var connection = Open(file, SqliteOpenMode.ReadOnly);
        if (Read(connection, "PRAGMA integrity_check") is not "ok") throw new InvalidDataException($"{file} is damaged.");
        return (Convert.ToInt64(Read(connection, "SELECT count(*) FROM \"Persons\""), CultureInfo.InvariantCulture),
            Read(connection, "SELECT \"MigrationId\" FROM \"__EFMigrationsHistory\" ORDER BY \"MigrationId\" DESC LIMIT 1") as string ?? "");
    }

    private static SqliteConnection Open(string file, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    private static object? Read(SqliteConnection connection, string statement)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The text is one of the constants above.
        command.CommandText = statement;
#pragma warning restore CA2100
        return command.ExecuteScalar();
    }
}
