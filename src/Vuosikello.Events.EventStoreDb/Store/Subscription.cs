using System.Runtime.CompilerServices;
using Polly;
using Vuosikello.Events.EventStoreDb.Connection;
using Vuosikello.Events.EventStoreDb.Grpc;
using Vuosikello.Events.EventStoreDb.Protocol;

namespace Vuosikello.Events.EventStoreDb.Store;

/// <summary>Follows the log through dropped calls, lost nodes and new leaders.</summary>
internal sealed class Subscription(Cluster cluster, StreamNames names, EventDecoder decoder, LogReader reader, Failures failures, ResiliencePipeline resilience)
{
    /// <summary>All events after a position, each once and in order, and an empty batch when the end was first reached.</summary>
    public async IAsyncEnumerable<IReadOnlyList<RecordedEvent>> Follow(Position after, [EnumeratorCancellation] CancellationToken ct)
    {
        // Where the last event that was given on stands, and how far the server says that it has looked.
        long given = after.Value, looked = after.Value;
        bool caughtUp = false;
        await CheckIsInLog(after, ct);
        await using var reading = new ResumedReading(cluster, failures, resilience, token => Open(looked, token), "following the log", isEndless: true);
        while (true)
        {
            ct.ThrowIfCancellationRequested();
            var messages = await reading.Next(ct) ?? [];
            var batch = new List<RecordedEvent>(messages.Count);
            bool isCaughtUp = false;
            foreach (var message in messages)
            {
                if (message.ContentCase == ReadResp.ContentOneofCase.Event && decoder.Decode(message.Event) is var e && e.Position.Value > given)
                {
                    batch.Add(e);
                    given = looked = e.Position.Value;
                }
                else if (message.ContentCase == ReadResp.ContentOneofCase.Checkpoint)
                {
                    // A server that has looked at nothing yet gives -1.
                    looked = Math.Max(looked, unchecked((long)message.Checkpoint.CommitPosition));
                }
                else if (message.ContentCase == ReadResp.ContentOneofCase.CaughtUp)
                {
                    isCaughtUp = true;
                }
            }
            if (batch.Count > 0) yield return batch;
            // Whoever was dropped catches up again: that is the store's own affair.
            if (isCaughtUp && !caughtUp) yield return [];
            caughtUp |= isCaughtUp;
        }
    }

    /// <summary>The server itself would say that whoever stands beyond the end has caught up.</summary>
    private async Task CheckIsInLog(Position after, CancellationToken ct)
    {
        var end = await reader.End(resilience, ct);
        if (after > end && !await reader.Reaches(after, ct))
            throw new StoreDamagedException($"The log in EventStoreDB ends at position {end}, but was to be followed from {after} on. It is another log, or one restored from an older backup. Start with empty views.");
    }

    private Task<OpenReading> Open(long after, CancellationToken ct) => cluster.OnPreferred(
        async (node, isLeader, token) =>
            new OpenReading(node, await node.Open(ServerMethods.Read, [Requests.Subscribe(after, names.Prefix)], new CallOptions(RequiresLeader: isLeader), token)), ct);
}
