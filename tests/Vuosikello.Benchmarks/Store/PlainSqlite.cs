using System.Diagnostics;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Vuosikello.Events;

namespace Vuosikello.Benchmarks.Store;

/// <summary>The limit: the same table and index with nothing around them but Microsoft.Data.Sqlite.</summary>
internal sealed class PlainSqlite : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _insert;
    private long _position;

    public PlainSqlite(string file)
    {
        _connection = new SqliteConnection($"Data Source={file};Pooling=False");
        _connection.Open();
        using var create = _connection.CreateCommand();
        create.CommandText = """
            PRAGMA journal_mode = WAL;
            PRAGMA synchronous = FULL;
            CREATE TABLE IF NOT EXISTS events (
                position INTEGER PRIMARY KEY, stream TEXT NOT NULL, version INTEGER NOT NULL, id BLOB NOT NULL,
                type TEXT NOT NULL, data BLOB NOT NULL, metadata BLOB NOT NULL, recorded INTEGER NOT NULL) STRICT;
            CREATE UNIQUE INDEX IF NOT EXISTS events_of_stream ON events (stream, version);
            """;
        create.ExecuteNonQuery();

        _insert = _connection.CreateCommand();
        _insert.CommandText = "INSERT INTO events VALUES ($position, $stream, $version, $id, $type, $data, $metadata, $recorded)";
        foreach (string name in new[] { "$position", "$stream", "$version", "$id", "$type", "$data", "$metadata", "$recorded" })
            _insert.Parameters.Add(new SqliteParameter(name, null));
        _insert.Prepare();
    }

    /// <summary>These rows in one transaction.</summary>
    public void Insert(IEnumerable<(StreamName Stream, ExpectedVersion Expected, EventData[] Events)> rows)
    {
        using var transaction = _connection.BeginTransaction();
        _insert.Transaction = transaction;
        foreach (var (stream, expected, events) in rows)
        {
            var e = events[0];
            object[] values = [++_position, stream.Value, expected.Value + 1, e.Id.ToByteArray(bigEndian: true), e.Type, e.Data.ToArray(), e.Metadata.ToArray(), 17_000_000_000_000_000L];
            for (int i = 0; i < values.Length; i++) _insert.Parameters[i].Value = values[i];
            _insert.ExecuteNonQuery();
        }
        transaction.Commit();
    }

    /// <summary>Events per second, read in order with all their columns, the data parsed as JSON when asked.</summary>
    public double ReadAll(bool parse)
    {
        using var query = _connection.CreateCommand();
        query.CommandText = "SELECT position, stream, version, id, type, data, metadata, recorded FROM events ORDER BY position";
        long start = Stopwatch.GetTimestamp();
        long count = 0;
        using var row = query.ExecuteReader();
        while (row.Read())
        {
            _ = (row.GetInt64(0), row.GetString(1), row.GetInt64(2), row.GetFieldValue<byte[]>(3), row.GetString(4), row.GetInt64(7));
            byte[] data = row.GetFieldValue<byte[]>(5);
            _ = row.GetFieldValue<byte[]>(6);
            if (parse)
            {
                using var json = JsonDocument.Parse(data);
            }
            count++;
        }
        return count / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    public void Dispose()
    {
        _insert.Dispose();
        _connection.Dispose();
    }
}
