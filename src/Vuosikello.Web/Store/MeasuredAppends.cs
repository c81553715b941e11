using System.Diagnostics;
using Vuosikello.Events;

namespace Vuosikello.Web.Store;

/// <summary>Counts appends and measures how long they take, in whatever store.</summary>
/// <param name="appended">Told where the last event came to stand.</param>
internal sealed class MeasuredAppends(IEventStore store, StoreMeters meters, Action<Position> appended) : IEventStore
{
    public async Task<AppendResult> Append(StreamName stream, ExpectedVersion expected, IReadOnlyList<EventData> events, CancellationToken ct = default)
    {
        long begun = Stopwatch.GetTimestamp();
        string outcome = "failed";
        try
        {
            var result = await store.Append(stream, expected, events, ct);
            outcome = result.Repeated ? "repeated" : "done";
            appended(result.Position);
            return result;
        }
        catch (WrongExpectedVersionException)
        {
            outcome = "conflict";
            throw;
        }
        finally
        {
            meters.Appended(outcome, Stopwatch.GetElapsedTime(begun));
        }
    }

    public IAsyncEnumerable<RecordedEvent> ReadStream(StreamName stream, long fromVersion = 0, CancellationToken ct = default) => store.ReadStream(stream, fromVersion, ct);

    public IAsyncEnumerable<RecordedEvent> ReadAll(Position after, CancellationToken ct = default) => store.ReadAll(after, ct);

    public IAsyncEnumerable<IReadOnlyList<RecordedEvent>> Subscribe(Position after, CancellationToken ct = default) => store.Subscribe(after, ct);

    public Task<Position> End(CancellationToken ct = default) => store.End(ct);
}
