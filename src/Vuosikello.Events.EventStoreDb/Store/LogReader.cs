using System.Runtime.CompilerServices;
using Polly;
using Vuosikello.Events.EventStoreDb.Connection;
using Vuosikello.Events.EventStoreDb.Grpc;
using Vuosikello.Events.EventStoreDb.Protocol;

namespace Vuosikello.Events.EventStoreDb.Store;

/// <summary>Reads what is there. It asks the leader, for others may not have all of it yet.</summary>
internal sealed class LogReader(Cluster cluster, StreamNames names, EventDecoder decoder, Failures failures, ResiliencePipeline resilience, TimeSpan? deadline)
{
    // Reading takes as long as the reader does, who may be rebuilding everything: only the server's silence is limited.
    private readonly CallOptions _reading = new(RequiresLeader: true, Silence: deadline);
    private readonly CallOptions _asking = new(RequiresLeader: true, deadline);

    /// <summary>The stream from a version on.</summary>
    /// <exception cref="StoreDamagedException">The stream was deleted, or lacks events.</exception>
    public async IAsyncEnumerable<RecordedEvent> Stream(StreamName stream, long from, [EnumeratorCancellation] CancellationToken ct)
    {
        long next = from;
        var stored = names.Stored(stream);
        await using var reading = Reading(() => Requests.Stream(stored, next), $"reading {stream}");
        while (await reading.Next(ct) is { } messages)
        {
            foreach (var e in Events(messages))
            {
                if (e.Version != next)
                    throw new StoreDamagedException($"The stream {stream} in EventStoreDB goes on with version {e.Version} where {next} should be. Somebody truncated or deleted it. Restore the cluster from a backup (eventstore/README.md).");
                next++;
                yield return e;
            }
        }
    }

    /// <summary>The event at a version of a stream; null when there is none.</summary>
    public async Task<RecordedEvent?> At(StreamName stream, long version, CancellationToken ct)
    {
        var stored = names.Stored(stream);
        await using var reading = Reading(() => Requests.Stream(stored, version, count: 1), $"reading {stream}");
        return await First(reading, ct);
    }

    /// <summary>The event at a version that the stream is known to have.</summary>
    /// <exception cref="StoreUnavailableException">The node has not caught up with its log.</exception>
    public async Task<RecordedEvent> Known(StreamName stream, long version, CancellationToken ct)
    {
        try
        {
            return await resilience.ExecuteAsync(async token => await At(stream, version, token) ?? throw Behind(), ct);
        }
        catch (GrpcException behind)
        {
            throw failures.Explain(behind, $"reading {stream}");
        }
    }

    /// <summary>Whether the log goes as far as a position. One that seems shorter is looked at again before that is believed.</summary>
    public async Task<bool> Reaches(Position place, CancellationToken ct)
    {
        try
        {
            await resilience.ExecuteAsync(
                async token =>
                {
                    if (await End(resilience, token) < place) throw Behind();
                },
                ct);
            return true;
        }
        catch (GrpcException)
        {
            return false;
        }
    }

    // A node that is starting, or about to lead, answers readings before it has looked through all of its log, also those that are the leader's.
    private static GrpcException Behind() => GrpcException.Broken("The node has not caught up with its log yet.");

    /// <summary>Everything after a position, up to the end as it is now.</summary>
    public async IAsyncEnumerable<RecordedEvent> All(Position after, [EnumeratorCancellation] CancellationToken ct)
    {
        var end = await End(resilience, ct);
        var place = after;
        if (place >= end) yield break;

        await using var reading = Reading(() => Requests.All(place.Value, names.Prefix), "reading all events");
        while (await reading.Next(ct) is { } messages)
        {
            foreach (var e in Events(messages))
            {
                // A reading begins with the event at the position that was given.
                if (e.Position <= place) continue;
                if (e.Position > end) yield break;
                place = e.Position;
                yield return e;
            }
            if (place == end) yield break;
        }
        throw new StoreUnavailableException($"EventStoreDB ended the reading of all events at position {place}, before the end at {end}. The same may be tried again.", transient: true);
    }

    /// <summary>The position of the last event, or the start.</summary>
    /// <param name="patience">How long to try.</param>
    public async Task<Position> End(ResiliencePipeline patience, CancellationToken ct)
    {
        await using var reading = new ResumedReading(cluster, failures, patience, token => Open(() => Requests.Last(names.Prefix), _asking, token), "asking for the end of the log");
        return (await First(reading, ct))?.Position ?? Position.Start;
    }

    private async Task<RecordedEvent?> First(ResumedReading reading, CancellationToken ct)
    {
        while (await reading.Next(ct) is { } messages)
        {
            if (Events(messages).FirstOrDefault() is { } e) return e;
        }
        return null;
    }

    private IEnumerable<RecordedEvent> Events(IReadOnlyList<ReadResp> messages) =>
        messages.Where(m => m.ContentCase == ReadResp.ContentOneofCase.Event).Select(m => decoder.Decode(m.Event));

    private ResumedReading Reading(Func<ReadReq> request, string what) => new(cluster, failures, resilience, token => Open(request, _reading, token), what);

    private Task<OpenReading> Open(Func<ReadReq> request, CallOptions options, CancellationToken ct) => cluster.OnLeader(
        async (node, token) => new OpenReading(node, await node.Open(ServerMethods.Read, [request()], options, token)), ct);
}
