using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Vuosikello.Events.Sqlite;

/// <summary>
/// A prepared statement of SQLite's own interface: rows come and go as UTF-8 and bytes, without the strings and boxes of
/// ADO.NET. Not for two threads at a time.
/// </summary>
internal sealed class Statement : IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;

    public Statement(SqliteConnection connection, string sql)
    {
        _database = connection.Handle ?? throw new InvalidOperationException("The connection is not open.");
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v3(_database, sql, raw.SQLITE_PREPARE_PERSISTENT, out _statement), _database);
    }

    /// <summary>Several at once, or none: a statement that stays behind would keep its connection's file open.</summary>
    public static Statement[] Prepare(SqliteConnection connection, params ReadOnlySpan<string> sql)
    {
        var statements = new List<Statement>(sql.Length);
        try
        {
            foreach (string text in sql) statements.Add(new Statement(connection, text));
            return [.. statements];
        }
        catch
        {
            foreach (var statement in statements) statement.Dispose();
            throw;
        }
    }

    public void Bind(int index, long value) => Check(raw.sqlite3_bind_int64(_statement, index, value));

    public void Bind(int index, ReadOnlySpan<byte> value) =>
        Check(value.IsEmpty ? raw.sqlite3_bind_zeroblob(_statement, index, 0) : raw.sqlite3_bind_blob(_statement, index, value));

    public void Bind(int index, string value)
    {
        int length = Encoding.UTF8.GetMaxByteCount(value.Length);
        Span<byte> utf8 = length <= 512 ? stackalloc byte[length] : new byte[length];
        Check(raw.sqlite3_bind_text(_statement, index, utf8[..Encoding.UTF8.GetBytes(value, utf8)]));
    }

    /// <summary>The next row; false after the last one.</summary>
    public bool Step()
    {
        int result = raw.sqlite3_step(_statement);
        if (result == raw.SQLITE_ROW) return true;
        if (result == raw.SQLITE_DONE) return false;
        var problem = new SqliteException(raw.sqlite3_errmsg(_database).utf8_to_string(), result, raw.sqlite3_extended_errcode(_database));
        Reset();
        throw problem;
    }

    public long Int64(int column) => raw.sqlite3_column_int64(_statement, column);
    public ReadOnlySpan<byte> Bytes(int column) => raw.sqlite3_column_blob(_statement, column);

    /// <summary>Ready to be bound and stepped again. What went wrong in the last step has been thrown by it.</summary>
    public void Reset() => _ = raw.sqlite3_reset(_statement);

    /// <summary>One step without rows.</summary>
    public void Run()
    {
        Step();
        Reset();
    }

    public void Dispose() => _statement.Dispose();

    private void Check(int result) => SqliteException.ThrowExceptionForRC(result, _database);
}
