using System.Collections.Concurrent;
using Polly;
using Vuosikello.Events.EventStoreDb.Grpc;

namespace Vuosikello.Events.EventStoreDb.Connection;

/// <summary>
/// The nodes, and which of them leads. What was found out is kept until a node says otherwise or cannot be reached; many that
/// look for the leader at once wait for one discovery, also when it finds none.
/// </summary>
internal sealed class Cluster(ConnectionString connection, ResiliencePipeline discover, Random random, Silence silence) : IDisposable
{
    private const int MostRedirects = 3;

    private readonly HttpMessageInvoker _http = Wire.Open(connection);
    private readonly ConcurrentDictionary<Endpoint, GrpcChannel> _channels = new();
    private readonly CancellationTokenSource _closing = new();
    private readonly Lock _gate = new();
    private readonly HashSet<Endpoint> _failed = [];
    private IReadOnlyList<Member> _members = [];
    private Task<Endpoint>? _discovery;
    private Endpoint? _leader;

    /// <summary>Makes a call to the leader; follows a node that says that another leads.</summary>
    /// <exception cref="GrpcException">There is no leader now, it cannot be reached, or the call failed.</exception>
    public async Task<T> OnLeader<T>(Func<GrpcChannel, CancellationToken, Task<T>> call, CancellationToken ct)
    {
        for (int redirects = 0; ; redirects++)
        {
            var at = await Leader(ct);
            try
            {
                var answer = await call(Channel(at), ct);
                Heard(at);
                return answer;
            }
            catch (GrpcException failure)
            {
                bool elsewhere = Learn(at, failure);
                if (!elsewhere || redirects == MostRedirects) throw;
            }
        }
    }

    /// <summary>Makes a call to a node of the preferred kind.</summary>
    /// <exception cref="GrpcException">No node can be reached, or the call failed.</exception>
    public async Task<T> OnPreferred<T>(Func<GrpcChannel, bool, CancellationToken, Task<T>> call, CancellationToken ct)
    {
        if (connection.NodePreference == NodePreference.Leader) return await OnLeader((node, token) => call(node, true, token), ct);

        var leader = await Leader(ct);
        var at = Preferred() ?? leader;
        try
        {
            var answer = await call(Channel(at), false, ct);
            HeardPreferred();
            return answer;
        }
        catch (GrpcException failure)
        {
            Learn(at, failure);
            throw;
        }
    }

    /// <summary>What the node's failure tells about the cluster. True when it named the leader.</summary>
    public bool Learn(Endpoint at, GrpcException failure)
    {
        var named = NotLeader.LeaderIn(failure);
        if (named is null && !NotLeader.Is(failure) && failure.Status is not (GrpcStatus.Unavailable or GrpcStatus.DeadlineExceeded)) return false;
        if (named is null) silence.Goes(failure);
        lock (_gate)
        {
            // Another call may have learnt better meanwhile.
            if (named is not null) _leader = named;
            else if (_leader == at || !connection.Discovers) _leader = null;
            _failed.Add(at);
        }
        return named is not null;
    }

    public static Endpoint At(GrpcChannel channel) => new(channel.Address.Host.Trim('[', ']'), channel.Address.Port);

    private async ValueTask<Endpoint> Leader(CancellationToken ct)
    {
        Task<Endpoint> discovery;
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_closing.IsCancellationRequested, this);
            if (_leader is { } known) return known;
            // Nobody's own giving up ends it for the others.
            if (_discovery is null or { IsCompleted: true }) _discovery = Task.Run(async () => await discover.ExecuteAsync(async token => await Discover(token), _closing.Token), _closing.Token);
            discovery = _discovery;
        }
        try
        {
            return await discovery.WaitAsync(ct);
        }
        catch (GrpcException shared)
        {
            // One for each who waited: an exception that several throw at once would mix up their stacks.
            throw new GrpcException(shared.Status, shared.Message, shared.Trailers, shared);
        }
        catch (OperationCanceledException closed) when (!ct.IsCancellationRequested)
        {
            throw new ObjectDisposedException("The store was closed while its leader was looked for.", closed);
        }
    }

    private async Task<Endpoint> Discover(CancellationToken ct)
    {
        if (!connection.Discovers) return Keep([], connection.Hosts[0]);

        GrpcException? last = null;
        foreach (var seed in Seeds())
        {
            try
            {
                var members = await Gossip.Ask(Channel(seed), connection.GossipTimeout, ct);
                if (Gossip.Leader(members) is { } leader) return Keep(members, leader);
                last = new GrpcException(GrpcStatus.Unavailable, $"{seed} knows of no leader: the cluster has none now.");
            }
            catch (GrpcException silent)
            {
                last = silent;
            }
            silence.Goes(last);
        }
        throw GrpcException.Broken($"None of the nodes {string.Join(", ", Seeds())} says who leads the cluster. {last?.Message}", last);
    }

    private void Heard(Endpoint at)
    {
        silence.Ends();
        lock (_gate) _failed.Remove(at);
    }

    private void HeardPreferred()
    {
        silence.Ends();
        // There is somebody to read from now: the next who looks for a node tries those again that had failed.
        lock (_gate) _failed.Clear();
    }

    private Endpoint Keep(IReadOnlyList<Member> members, Endpoint leader)
    {
        lock (_gate) (_members, _leader) = (members, leader);
        return leader;
    }

    private IReadOnlyList<Endpoint> Seeds()
    {
        // Members that the cluster told of before come first: the hosts of the setting may have moved away since. Those that failed come last.
        lock (_gate) return [.. _members.Select(m => m.At).Concat(connection.Hosts).Distinct().OrderBy(_failed.Contains)];
    }

    private Endpoint? Preferred()
    {
        lock (_gate) return Gossip.Preferred([.. _members.Where(m => !_failed.Contains(m.At))], connection.NodePreference, random);
    }

    private GrpcChannel Channel(Endpoint at) =>
        _channels.GetOrAdd(at, static (to, its) => new GrpcChannel(its.Http, to.Address(its.Connection.Tls), its.Connection.Credentials?.Header), (Http: _http, Connection: connection));

    public void Dispose()
    {
        _closing.Cancel();
        _http.Dispose();
        _closing.Dispose();
    }
}
