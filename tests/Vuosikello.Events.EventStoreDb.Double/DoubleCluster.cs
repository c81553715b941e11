using System.Security.Cryptography.X509Certificates;
using Vuosikello.Events.EventStoreDb.Protocol;
using Vuosikello.Events.EventStoreDb.Resilience;
using Vuosikello.Events.EventStoreDb.Store;

namespace Vuosikello.Events.EventStoreDb.Double;

/// <summary>A double of EventStoreDB: one or several nodes over one log.</summary>
internal sealed class DoubleCluster : IAsyncDisposable
{
    private volatile DoubleNode? _leader;

    public DoubleLog Log { get; } = new();

    /// <summary>The users' ways to the nodes.</summary>
    public Ways Ways { get; } = new();

    public IReadOnlyList<DoubleNode> Nodes { get; private set; } = [];

    /// <summary>True for one that does as 23.10 does, which drops slow consumers; otherwise it does as 24.2.</summary>
    public bool IsOld { get; private init; }

    /// <summary>Whether it says that it takes many appends in one call, which it does in any case; clients append one by one if it does not.</summary>
    public bool TakesManyAppends { get; private init; }

    /// <summary>Null while the cluster has none.</summary>
    public DoubleNode? Leader
    {
        get => _leader;
        set => _leader = value;
    }

    /// <summary>The only node, or the first.</summary>
    public DoubleNode Node => Nodes[0];

    public static async Task<DoubleCluster> Start(int nodes = 1, bool isOld = true, X509Certificate2? certificate = null, bool takesManyAppends = true)
    {
        var cluster = new DoubleCluster { IsOld = isOld, TakesManyAppends = takesManyAppends };
        cluster.Nodes = await Task.WhenAll(Enumerable.Range(0, nodes).Select(_ => DoubleNode.Start(cluster, certificate)));
        cluster.Leader = cluster.Nodes[^1];
        return cluster;
    }

    public string ConnectionString(string options = "tls=false") => $"esdb://{string.Join(',', Nodes.Select(n => n.At))}?{options}";

    /// <summary>A store that has little patience, so that tests need little of it.</summary>
    public EventStoreDbStore Open(string options = "tls=false", EventStoreDbOptions? settings = null) =>
        EventStoreDbStore.Open(ConnectionString(options), new Random(1), settings ?? Impatient);

    public static EventStoreDbOptions Impatient { get; } = new()
    {
        FirstPause = TimeSpan.FromMilliseconds(1),
        LongestPause = TimeSpan.FromMilliseconds(20),
    };

    public ClusterInfo Gossip()
    {
        var info = new ClusterInfo();
        foreach (var node in Nodes)
        {
            info.Members.Add(new MemberInfo
            {
                IsAlive = true,
                State = node == Leader ? MemberInfo.Types.VNodeState.Leader : MemberInfo.Types.VNodeState.Follower,
                HttpEndPoint = new() { Address = node.At.Host, Port = (uint)node.At.Port },
            });
        }
        return info;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var node in Nodes) await node.DisposeAsync();
    }
}
