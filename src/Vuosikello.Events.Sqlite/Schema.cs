namespace Vuosikello.Events.Sqlite;

/// <summary>The tables of the log, and the marks by which its file is known.</summary>
internal static class Schema
{
    /// <summary>SQLite's <c>user_version</c>. A file with a higher one was written by a newer program and is refused.</summary>
    public const long Version = 1;

    /// <summary>SQLite's <c>application_id</c>: "Vuos" in ASCII.</summary>
    public const long ApplicationId = 0x56756F73;

    public static readonly string Create = $"""
        PRAGMA journal_mode = DELETE;
        PRAGMA application_id = {ApplicationId};
        PRAGMA user_version = {Version};
        CREATE TABLE events (
            position INTEGER PRIMARY KEY,
            stream   TEXT    NOT NULL,
            version  INTEGER NOT NULL,
            id       BLOB    NOT NULL,
            type     TEXT    NOT NULL,
            data     BLOB    NOT NULL,
            metadata BLOB    NOT NULL,
            recorded INTEGER NOT NULL
        ) STRICT;
        CREATE UNIQUE INDEX events_of_stream ON events (stream, version);
        """;

    /// <summary>For every connection to the log.</summary>
    public const string Connection = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -16000; PRAGMA busy_timeout = 5000;";

    /// <summary>For the writer's: <see cref="Tidying"/> keeps the write-ahead log short; from this many pages on the writer helps.</summary>
    public const string Writer = "PRAGMA wal_autocheckpoint = 8000;";

    public const string Insert =
        "INSERT INTO events (position, stream, version, id, type, data, metadata, recorded) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";

    public const string Head = "SELECT version, position FROM events WHERE stream = ?1 ORDER BY version DESC LIMIT 1";
    public const string End = "SELECT position FROM events ORDER BY position DESC LIMIT 1";
    public const string PlaceOfId = "SELECT version FROM events WHERE stream = ?1 AND id = ?2 ORDER BY version LIMIT 1";
    public const string IdsFrom = "SELECT id, position FROM events WHERE stream = ?1 AND version >= ?2 ORDER BY version LIMIT ?3";

    private const string Columns = "position, stream, version, id, type, data, metadata, recorded";
    public const string ReadAll = $"SELECT {Columns} FROM events WHERE position > ?1 AND position <= ?2 ORDER BY position LIMIT ?3";
    public const string ReadStream = $"SELECT {Columns} FROM events WHERE stream = ?1 AND version >= ?2 ORDER BY version LIMIT ?3";
}
