using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Vuosikello.Events.Sqlite;

/// <summary>The embedded store: one SQLite file in a folder that one server holds.</summary>
public sealed class SqliteEventStore : IEventStore, IAsyncDisposable
{
    private const int PageLength = 1000;

    private readonly DataFolder _folder;
    private readonly LogWriter _log;
    private readonly LogReaders _readers;
    private readonly RecentEvents _recent;
    private readonly Tidying _tidying;
    private readonly GroupCommit _writer;
    private int _isClosed;

    private SqliteEventStore(DataFolder folder, LogWriter log, Tidying tidying, IClock clock)
    {
        (_folder, _log, _tidying) = (folder, log, tidying);
        _readers = new LogReaders(() => DatabaseFile.Use(DatabaseFile.Connect(folder), connection => new LogReader(connection)), folder.Path);
        _recent = new RecentEvents(log.Position);
        _writer = new GroupCommit(log, clock, folder.Path, _recent.Add, _tidying);
    }

    /// <summary>Tells whether there is a log in a folder; <see cref="Open"/> would make one.</summary>
    public static bool IsIn(string dataFolder) => File.Exists(DataFolder.DatabaseIn(dataFolder));

    /// <summary>Opens the log in a folder, and makes both when they are not there.</summary>
    /// <exception cref="StoreUnavailableException">The folder cannot be used, another server holds it, or a newer program wrote it.</exception>
    /// <exception cref="StoreDamagedException">The file is not whole, or not an event log.</exception>
    public static SqliteEventStore Open(string dataFolder, IClock clock, ILogger<SqliteEventStore>? log = null)
    {
        var folder = DataFolder.Take(dataFolder);
        LogWriter? writer = null;
        try
        {
            writer = DatabaseFile.Use(DatabaseFile.Open(folder), connection => new LogWriter(connection));
            var tidying = DatabaseFile.Use(DatabaseFile.Connect(folder), connection => new Tidying(connection, problem => log?.TidyingFailed(folder.Path, problem)));
            return new SqliteEventStore(folder, writer, tidying, clock);
        }
        catch (Exception problem)
        {
            writer?.Dispose();
            folder.Dispose();
            var explained = Failures.Explain(problem, folder.Path);
            if (ReferenceEquals(explained, problem)) throw;
            throw explained;
        }
    }

    /// <inheritdoc />
    public Task<AppendResult> Append(StreamName stream, ExpectedVersion expected, IReadOnlyList<EventData> events, CancellationToken ct = default)
    {
        if (events.Count == 0) throw new ArgumentException("An append needs at least one event.", nameof(events));
        return _writer.Append(new PendingAppend(stream, expected, events, ct));
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<RecordedEvent> ReadStream(StreamName stream, long fromVersion = 0, [EnumeratorCancellation] CancellationToken ct = default)
    {
        long next = fromVersion;
        List<RecordedEvent> page;
        do
        {
            ct.ThrowIfCancellationRequested();
            page = _readers.Read((stream, next), static (reader, from) => reader.PageOfStream(from.stream, from.next, PageLength));
            foreach (var e in page) yield return e;
            if (page.Count > 0) next = page[^1].Version + 1;
        }
        while (page.Count == PageLength);
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<RecordedEvent> ReadAll(Position after, [EnumeratorCancellation] CancellationToken ct = default)
    {
        long end = _recent.End;
        var next = ReadPage(after.Value, end);
        while (await next is { Count: > 0 } page)
        {
            ct.ThrowIfCancellationRequested();
            // The next page is read while the caller works on this one.
            next = ReadPage(page[^1].Position.Value, end);
            foreach (var e in page) yield return e;
        }
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<IReadOnlyList<RecordedEvent>> Subscribe(Position after, [EnumeratorCancellation] CancellationToken ct = default)
    {
        long position = after.Value;
        bool caughtUp = false;
        while (true)
        {
            ct.ThrowIfCancellationRequested();
            var batch = _recent.After(position, out var more) ?? await ReadPage(position, _recent.End);
            if (batch.Count > 0)
            {
                position = batch[^1].Position.Value;
                yield return batch;
            }
            else if (!caughtUp)
            {
                caughtUp = true;
                yield return batch;
            }
            else
            {
                await more.WaitAsync(ct);
            }
        }
    }

    /// <inheritdoc />
    public Task<Position> End(CancellationToken ct = default) => Task.FromResult(new Position(_recent.End));

    /// <summary>Finishes what is queued, tidies the log into its one file, and lets go of the folder.</summary>
    public async ValueTask DisposeAsync()
    {
        // A container that knows it under two names lets go of it twice.
        if (Interlocked.Exchange(ref _isClosed, 1) != 0) return;
        await Task.Run(_writer.Stop);
        _tidying.Dispose();
        _readers.Dispose();
        _log.Dispose();
        _folder.Dispose();
    }

    private Task<List<RecordedEvent>> ReadPage(long after, long end) =>
        after >= end
            ? Task.FromResult<List<RecordedEvent>>([])
            : Task.Run(() => _readers.Read((after, end), static (reader, from) => reader.PageOfAll(from.after, from.end, PageLength)));
}
