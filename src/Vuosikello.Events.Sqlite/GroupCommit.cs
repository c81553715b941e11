using System.Diagnostics;
using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace Vuosikello.Events.Sqlite;

/// <summary>
/// The one writer: a thread of its own that takes all appends that have queued up and commits them as one transaction, so
/// that one wait for the disk serves them all.
/// </summary>
internal sealed class GroupCommit
{
    private const int QueueLength = 4096;
    private const int MostAppendsAtOnce = 512;
    private static readonly long WorthLooking = Stopwatch.Frequency / 20_000; // 50 µs

    private readonly Channel<PendingAppend> _queue = Channel.CreateBounded<PendingAppend>(
        new BoundedChannelOptions(QueueLength) { SingleReader = true, AllowSynchronousContinuations = true });

    private readonly LogWriter _log;
    private readonly IClock _clock;
    private readonly string _folder;
    private readonly Action<IReadOnlyList<RecordedEvent>> _committed;
    private readonly Tidying _tidying;
    private readonly List<PendingAppend> _batch = new(MostAppendsAtOnce);
    private readonly Thread _thread;

    /// <param name="committed">Gets what was committed, in order, before those who appended it are told; must be quick.</param>
    public GroupCommit(LogWriter log, IClock clock, string folder, Action<IReadOnlyList<RecordedEvent>> committed, Tidying tidying)
    {
        (_log, _clock, _folder, _committed, _tidying) = (log, clock, folder, committed, tidying);
        _thread = new Thread(Work) { IsBackground = true, Name = "event log writer" };
        _thread.Start();
    }

    /// <summary>Queues an append; waits while the queue is full.</summary>
    public async Task<AppendResult> Append(PendingAppend append)
    {
        try
        {
            await _queue.Writer.WriteAsync(append, append.Cancellation);
        }
        catch (ChannelClosedException closed)
        {
            throw new StoreUnavailableException($"The event log in '{_folder}' is closed: the server is stopping.", transient: false, closed);
        }
        return await append.Task;
    }

    /// <summary>Takes no more appends, and returns when those in the queue are done.</summary>
    public void Stop()
    {
        if (_queue.Writer.TryComplete()) _thread.Join();
    }

    private void Work()
    {
        while (WaitForAppends())
        {
            TakeBatch();
            if (_batch.Count > 0) CommitBatch();
        }
    }

    /// <summary>Returns when something has queued up; false when nothing ever will.</summary>
    private bool WaitForAppends()
    {
        // Whoever has just been told often appends again at once: for as long as falling asleep and waking would take, looking is quicker.
        long until = Stopwatch.GetTimestamp() + WorthLooking;
        while (Stopwatch.GetTimestamp() < until)
        {
            if (_queue.Reader.TryPeek(out _)) return true;
            Thread.SpinWait(20);
        }
        return _queue.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult();
    }

    private void TakeBatch()
    {
        _batch.Clear();
        while (_batch.Count < MostAppendsAtOnce && _queue.Reader.TryRead(out var append))
        {
            if (append.Cancellation.IsCancellationRequested) append.TrySetCanceled(append.Cancellation);
            else _batch.Add(append);
        }
    }

    private void CommitBatch()
    {
        var inserted = new List<RecordedEvent>(_batch.Count);
        try
        {
            var now = _clock.GetCurrentInstant();
            _log.Begin();
            foreach (var append in _batch) Decide(append, now, inserted);
            _log.Commit();
        }
        catch (Exception problem)
        {
            FailBatch(problem);
            return;
        }
        // From here on the events are on disk: nothing may tell otherwise.
        if (inserted.Count > 0) _committed(inserted);
        foreach (var append in _batch) append.Tell();
        if (inserted.Count > 0) _tidying.Committed(inserted);
    }

    private void Decide(PendingAppend append, Instant now, List<RecordedEvent> inserted)
    {
        try
        {
            append.Decided(_log.Append(append.Stream, append.Expected, append.Events, now, inserted));
        }
        catch (WrongExpectedVersionException wrong)
        {
            append.Decided(wrong);
        }
    }

    // Whatever went wrong, the writer lives on: later appends work when the cause is gone.
    private void FailBatch(Exception problem)
    {
        var explained = Failures.Explain(problem, _folder);
        try
        {
            _log.Rollback();
        }
        catch (SqliteException second)
        {
            // The transaction is still open; the next batch fails on that and rolls back again.
            explained = Failures.Explain(second, _folder);
        }
        foreach (var append in _batch) append.TrySetException(explained);
    }
}
