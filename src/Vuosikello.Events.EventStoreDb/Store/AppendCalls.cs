using Vuosikello.Events.EventStoreDb.Grpc;
using Vuosikello.Events.EventStoreDb.Protocol;

namespace Vuosikello.Events.EventStoreDb.Store;

/// <summary>Sends appends to a node: small ones through a call that they share, which is made anew when it has ended.</summary>
internal sealed class AppendCalls(TimeSpan? deadline) : IAsyncDisposable
{
    /// <summary>What is larger goes by a call of its own: a message too large for the server would end the shared one for all.</summary>
    private const int MostShared = 256 << 10;

    private readonly CallOptions _alone = new(RequiresLeader: true, deadline);
    private readonly Lock _gate = new();
    private readonly Dictionary<GrpcChannel, AppendCall> _calls = [];
    private bool _isClosed;

    /// <exception cref="ObjectDisposedException">The store was closed.</exception>
    /// <exception cref="GrpcException">It was refused, or whether it was made is not known.</exception>
    public async Task<AppendOutcome> Append(GrpcChannel node, StreamIdentifier stream, long expected, IReadOnlyList<EventData> events, CancellationToken ct) =>
        events.Sum(e => (long)e.Data.Length + e.Metadata.Length) > MostShared
            ? AppendOutcome.Of(await node.Ask(ServerMethods.Append, Requests.Append(stream, expected, events), _alone, ct))
            : await Shared(node).Append(stream, expected, events, deadline, ct);

    private AppendCall Shared(GrpcChannel node)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_isClosed, this);
            if (_calls.TryGetValue(node, out var call) && !call.IsOver) return call;
            return _calls[node] = new AppendCall(node);
        }
    }

    public async ValueTask DisposeAsync()
    {
        AppendCall[] open;
        lock (_gate)
        {
            _isClosed = true;
            open = [.. _calls.Values];
            _calls.Clear();
        }
        foreach (var call in open) await call.DisposeAsync();
    }
}
