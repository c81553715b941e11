using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Vuosikello.Events.Sqlite;

/// <summary>
/// Moves what was committed from the write-ahead log into the database file, on a thread and a connection of its own, while the
/// writer goes on: those who append do not wait for it. The writer itself only finishes this work when its log grows long
/// (<see cref="Schema.Writer"/>). Nothing depends on it but the length of the write-ahead log.
/// </summary>
internal sealed class Tidying : IDisposable
{
    /// <summary>So many pages, about, are worth two waits for the disk; SQLite's own measure.</summary>
    private const int PagesWorthIt = 1000;

    private const int PageSize = 4096;

    // The ends of both trees; besides, each event changes a page of the index, as streams lie scattered in it.
    private const int PagesOfCommit = 3;

    private readonly SqliteConnection _connection;
    private readonly Action<SqliteException> _unexpected;
    private readonly Statement _checkpoint;
    private readonly AutoResetEvent _due = new(false);
    private readonly Thread _thread;
    private volatile bool _stopped;
    private int _pages;

    /// <param name="connection">Is closed at the end, by whoever made this if the beginning fails.</param>
    /// <param name="unexpected">Told, on the thread of the tidying, why a checkpoint failed; not that the disk was full or others were busy.</param>
    public Tidying(SqliteConnection connection, Action<SqliteException> unexpected)
    {
        _connection = connection;
        _unexpected = unexpected;
        _checkpoint = new Statement(connection, "PRAGMA wal_checkpoint(PASSIVE)");
        _thread = new Thread(Work) { IsBackground = true, Name = "event log tidying" };
        _thread.Start();
    }

    /// <summary>Called by the writer after each commit; returns at once.</summary>
    public void Committed(IReadOnlyList<RecordedEvent> events)
    {
        _pages += PagesOfCommit;
        foreach (var e in events) _pages += 1 + ((e.Data.Length + e.Metadata.Length) / PageSize);
        if (_pages < PagesWorthIt) return;
        _pages = 0;
        _due.Set();
    }

    private void Work()
    {
        while (_due.WaitOne() && !_stopped) Checkpoint();
    }

    private void Checkpoint()
    {
        try
        {
            _checkpoint.Run();
        }
        catch (SqliteException problem)
        {
            _checkpoint.Reset();
            // As with SQLite's own tidying, a full disk is for the next append to tell: what was committed is safe in the write-ahead log.
            if (problem.SqliteErrorCode is not (raw.SQLITE_FULL or raw.SQLITE_BUSY or raw.SQLITE_LOCKED)) _unexpected(problem);
        }
    }

    public void Dispose()
    {
        _stopped = true;
        _due.Set();
        _thread.Join();
        _checkpoint.Dispose();
        _connection.Dispose();
        _due.Dispose();
    }
}
