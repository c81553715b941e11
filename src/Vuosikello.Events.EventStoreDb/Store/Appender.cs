using System.Collections.Concurrent;
using Polly;
using Vuosikello.Events.EventStoreDb.Connection;

namespace Vuosikello.Events.EventStoreDb.Store;

/// <summary>Appends at a place that is known, and finds out whether the events had been there before.</summary>
internal sealed class Appender(Cluster cluster, StreamNames names, LogReader reader, SeenEnd seen, Failures failures, ResiliencePipeline resilience, AppendCalls calls)
{
    private readonly ConcurrentDictionary<(StreamName, Guid), TaskCompletionSource> _running = new();

    /// <param name="expected">The stream's version; -1 when it has no event.</param>
    /// <exception cref="WrongExpectedVersionException">The stream is at another version, and the events are not those that follow the expected one.</exception>
    public async Task<AppendResult> Append(StreamName stream, long expected, IReadOnlyList<EventData> events, CancellationToken ct)
    {
        var (key, mine) = ((stream, events[0].Id), new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        // The same events at once from this process: the second is to find those of the first, and only the first has written them.
        while (_running.GetOrAdd(key, mine) is var running && running != mine) await running.Task.WaitAsync(ct);
        try
        {
            return await AppendAlone(stream, expected, events, ct);
        }
        finally
        {
            _running.TryRemove(key, out _);
            mine.SetResult();
        }
    }

    private async Task<AppendResult> AppendAlone(StreamName stream, long expected, IReadOnlyList<EventData> events, CancellationToken ct)
    {
        long before = seen.Position;
        var outcome = await Send(stream, expected, events, ct);
        if (outcome.Position is not { } position) throw new WrongExpectedVersionException(stream, new ExpectedVersion(expected), outcome.Version);

        seen.Raise(position);
        bool repeated = position <= before || !await AreMine(stream, outcome.Version, events[^1], ct);
        return new AppendResult(outcome.Version, new Position(position), repeated);
    }

    /// <summary>
    /// Whether what stands there is what was just sent. The server answers alike whether it wrote the events or found them there, and another
    /// process may have sent the same ids with another stamp a moment earlier.
    /// </summary>
    private async Task<bool> AreMine(StreamName stream, long version, EventData sent, CancellationToken ct) =>
        await reader.Known(stream, version, ct) is var there
        && there.Id == sent.Id
        && there.Metadata.Span.SequenceEqual(sent.Metadata.Span)
        && there.Data.Span.SequenceEqual(sent.Data.Span);

    private async Task<AppendOutcome> Send(StreamName stream, long expected, IReadOnlyList<EventData> events, CancellationToken ct)
    {
        var to = names.Stored(stream);
        try
        {
            return await resilience.ExecuteAsync(
                async token => await cluster.OnLeader((node, inner) => calls.Append(node, to, expected, events, inner), token), ct);
        }
        catch (Exception failure) when (Failures.Concerns(failure))
        {
            throw failures.Explain(failure, $"appending to {stream}");
        }
    }
}
