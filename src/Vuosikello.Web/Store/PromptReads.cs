using System.Runtime.CompilerServices;
using Vuosikello.Events;

namespace Vuosikello.Web.Store;

/// <summary>
/// A cluster's log for people who wait for a page: while the cluster is away, or when it leaves a reader waiting for too long, reading fails
/// with a clear error instead of trying on. Those who go through the whole log, who have nothing better to do than to wait, do so as before.
/// </summary>
internal sealed class PromptReads(IEventStore store, IStoreCondition condition, TimeSpan patience) : IEventStore
{
    /// <summary>How long nothing may come of a reading.</summary>
    public static readonly TimeSpan Usual = TimeSpan.FromSeconds(5);

    public Task<AppendResult> Append(StreamName stream, ExpectedVersion expected, IReadOnlyList<EventData> events, CancellationToken ct = default) =>
        store.Append(stream, expected, events, ct);

    public async IAsyncEnumerable<RecordedEvent> ReadStream(StreamName stream, long fromVersion = 0, [EnumeratorCancellation] CancellationToken ct = default)
    {
        await using var wait = new Wait(condition, patience, ct);
        await using var events = store.ReadStream(stream, fromVersion, wait.Token).GetAsyncEnumerator(wait.Token);
        while (await wait.For(events.MoveNextAsync())) yield return events.Current;
    }

    public IAsyncEnumerable<RecordedEvent> ReadAll(Position after, CancellationToken ct = default) => store.ReadAll(after, ct);

    public IAsyncEnumerable<IReadOnlyList<RecordedEvent>> Subscribe(Position after, CancellationToken ct = default) => store.Subscribe(after, ct);

    public Task<Position> End(CancellationToken ct = default) => store.End(ct);

    /// <summary>Waits for one thing after the other, for each as long as patience lasts and the cluster is there.</summary>
    private sealed class Wait : IAsyncDisposable
    {
        private readonly IStoreCondition _condition;
        private readonly TimeSpan _patience;
        private readonly CancellationToken _readers;
        private readonly CancellationTokenSource _over;
        private Task? _away;

        public Wait(IStoreCondition condition, TimeSpan patience, CancellationToken ct)
        {
            if (!condition.CanWrite) throw Away(null);
            (_condition, _patience, _readers) = (condition, patience, ct);
            _over = CancellationTokenSource.CreateLinkedTokenSource(ct);
        }

        public CancellationToken Token => _over.Token;

        public async ValueTask<bool> For(ValueTask<bool> coming)
        {
            // Most of what is read lies there already.
            if (coming.IsCompleted) return await coming;
            _away ??= EndWhenAway();
            _over.CancelAfter(_patience);
            try
            {
                return await coming;
            }
            catch (OperationCanceledException ended) when (!_readers.IsCancellationRequested)
            {
                throw Away(ended);
            }
            finally
            {
                _over.CancelAfter(Timeout.InfiniteTimeSpan);
            }
        }

        private async Task EndWhenAway()
        {
            await _condition.Until(canWrite: false, _over.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await _over.CancelAsync();
        }

        public async ValueTask DisposeAsync()
        {
            // Also ends the waiting for the cluster to go.
            await _over.CancelAsync();
            if (_away is not null) await _away;
            _over.Dispose();
        }

        private static StoreUnavailableException Away(Exception? cause) =>
            new("EventStoreDB does not answer at the moment, so what only the log itself tells cannot be read now.", transient: true, cause);
    }
}
