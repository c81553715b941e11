using System.Collections.Concurrent;
using Polly;
using Vuosikello.Events.EventStoreDb.Grpc;

namespace Vuosikello.Events.EventStoreDb.Connection;

/// <summary>
/// The nodes, and which of them leads. What was found out is kept until a node says otherwise or cannot be reached; many that
/// look for the leader at once wait for one discovery.
/// </summary>
internal sealed class Cluster(ConnectionString connection, ResiliencePipeline discover, Random random, Silence silence) : IDisposable
{
    private const int MostRedirects = 3;

    private readonly HttpMessageInvoker _http = Wire.Open(connection);
    private readonly ConcurrentDictionary<Endpoint, GrpcChannel> _channels = new();
    private readonly SemaphoreSlim _discovering = new(1);
    private readonly Lock _gate = new();
    private IReadOnlyList<Member> _members = [];
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
                return Heard(await call(Channel(at), ct));
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
            return Heard(await call(Channel(at), false, ct));
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
            _members = [.. _members.Where(m => m.At != at)];
        }
        return named is not null;
    }

    public static Endpoint At(GrpcChannel channel) => new(channel.Address.Host.Trim('[', ']'), channel.Address.Port);

    private async ValueTask<Endpoint> Leader(CancellationToken ct)
    {
        if (Known() is { } known) return known;
        await _discovering.WaitAsync(ct);
        try
        {
            return Known() ?? await discover.ExecuteAsync(async token => await Discover(token), ct);
        }
        finally
        {
            _discovering.Release();
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

    private T Heard<T>(T answer)
    {
        silence.Ends();
        return answer;
    }

    private Endpoint Keep(IReadOnlyList<Member> members, Endpoint leader)
    {
        lock (_gate) (_members, _leader) = (members, leader);
        return leader;
    }

    private IReadOnlyList<Endpoint> Seeds()
    {
        // Members that the cluster told of before come first: the hosts of the setting may have moved away since.
        lock (_gate) return [.. _members.Select(m => m.At).Concat(connection.Hosts).Distinct()];
    }

    private Endpoint? Known()
    {
        lock (_gate) return _leader;
    }

    private Endpoint? Preferred()
    {
        lock (_gate) return Gossip.Preferred(_members, connection.NodePreference, random);
    }

    private GrpcChannel Channel(Endpoint at) =>
        _channels.GetOrAdd(at, static (to, its) => new GrpcChannel(its.Http, to.Address(its.Connection.Tls), its.Connection.Credentials?.Header), (Http: _http, Connection: connection));

    public void Dispose()
    {
        _http.Dispose();
        _discovering.Dispose();
    }
}
