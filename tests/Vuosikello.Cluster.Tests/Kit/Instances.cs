using System.Collections.Concurrent;
using Vuosikello.Events.EventStoreDb.Double;
using Vuosikello.Events.EventStoreDb.Store;
using Vuosikello.ServerKit;

namespace Vuosikello.Cluster.Tests.Kit;

/// <summary>Real servers as processes of their own on one cluster, which is the double. Each has its data folder; they share the keys, and nothing else.</summary>
internal sealed class Instances : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ConcurrentDictionary<string, RunningServer> _servers = new(StringComparer.Ordinal);

    private Instances(DoubleCluster cluster) => Cluster = cluster;

    public DoubleCluster Cluster { get; }

    public IEnumerable<RunningServer> All => _servers.Values;

    public RunningServer this[string name] => _servers[name];

    /// <summary>Starts servers at the same moment on a cluster without events, and waits until all are ready.</summary>
    public static async Task<Instances> Start(int nodes, params string[] names)
    {
        var instances = new Instances(await DoubleCluster.Start(nodes));
        await instances.Launch(names);
        return instances;
    }

    /// <summary>Starts servers, new ones or such as were stopped, and waits until they are ready.</summary>
    public async Task Launch(params string[] names)
    {
        foreach (string name in names) _servers[name] = RunningServer.Launch(Folder(name), settings: Settings(name));
        foreach (string name in names) await _servers[name].Ready();
    }

    /// <summary>A reader of the log, past all servers.</summary>
    public EventStoreDbStore Open() => Cluster.Open();

    /// <summary>What a server is set to.</summary>
    public Dictionary<string, string> Settings(string name) => new(StringComparer.Ordinal)
    {
        ["EventStore__ConnectionString"] = $"esdb://{name}:x@{string.Join(',', Cluster.Nodes.Select(n => n.At))}?tls=false&keepAliveInterval=1000&keepAliveTimeout=2000&maxDiscoverAttempts=4&discoveryInterval=50",
        ["DataProtection__KeyFolder"] = Path.Combine(_folder.Path, "keys"),
    };

    /// <summary>A server's data folder, its own.</summary>
    public string Folder(string name) => Path.Combine(_folder.Path, name);

    public async ValueTask DisposeAsync()
    {
        foreach (var server in _servers.Values) await server.DisposeAsync();
        await Cluster.DisposeAsync();
        _folder.Dispose();
    }
}
