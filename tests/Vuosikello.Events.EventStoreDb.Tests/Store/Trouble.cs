using System.Threading.Channels;
using Vuosikello.Events.EventStoreDb.Store;
using Vuosikello.Events.EventStoreDb.Double;

namespace Vuosikello.Events.EventStoreDb.Tests.Store;

/// <summary>Makes trouble for a cluster, each time after some more appends were acknowledged, so that there is always progress between.</summary>
internal sealed class Trouble(DoubleCluster cluster, EventStoreDbStore witness, Random random)
{
    private static readonly Fault[] Faults = [Fault.NotReady, Fault.Throw, Fault.LoseAnswer, Fault.CutInMessage, Fault.EndInMessage, Fault.Garbage, Fault.NoTrailers];

    private static readonly string[] Readings = ["Read", "Subscribe"];

    private readonly Channel<bool> _acknowledged = Channel.CreateUnbounded<bool>();

    public void Acknowledged() => _acknowledged.Writer.TryWrite(true);

    /// <summary>How often there was trouble.</summary>
    public async Task<int> Make(Task until)
    {
        var ended = until.ContinueWith(_ => _acknowledged.Writer.TryComplete(), TaskScheduler.Default);
        int troubles = 0, next = random.Next(1, 12);
        await foreach (bool _ in _acknowledged.Reader.ReadAllAsync())
        {
            if (--next > 0) continue;
            await MakeOne();
            troubles++;
            next = random.Next(1, 12);
        }
        await ended;
        foreach (var node in cluster.Nodes) node.Up();
        return troubles;
    }

    private async Task MakeOne()
    {
        var node = cluster.Nodes[random.Next(cluster.Nodes.Count)];
        switch (random.Next(6))
        {
            case 0:
                node.CutConnections();
                break;
            case 1:
                node.Next("Append", Faults[random.Next(Faults.Length)]);
                break;
            case 2:
                node.Next(Readings[random.Next(Readings.Length)], Faults[random.Next(Faults.Length)]);
                break;
            case 3:
                cluster.Leader = node;
                node.Up();
                break;
            case 4:
                await Die(node);
                break;
            default:
                await LoseLeader(node);
                break;
        }
    }

    private async Task Die(DoubleNode node)
    {
        foreach (var other in cluster.Nodes) other.Up();
        if (cluster.Leader == node) await LoseLeader(cluster.Nodes.First(n => n != node));
        node.Down();
    }

    /// <summary>The cluster has no leader until somebody has noticed.</summary>
    private async Task LoseLeader(DoubleNode next)
    {
        cluster.Leader = null;
        await Assert.ThrowsAsync<StoreUnavailableException>(() => witness.End());
        cluster.Leader = next;
        next.Up();
    }
}
