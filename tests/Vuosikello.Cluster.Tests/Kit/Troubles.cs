using Vuosikello.Events.EventStoreDb.Double;

namespace Vuosikello.Cluster.Tests.Kit;

/// <summary>What befalls the servers and the cluster's nodes, one after another in random order; a killed server comes back while other things happen.</summary>
internal sealed class Troubles(Instances instances, Random random, IReadOnlyList<string> names)
{
    private static readonly Fault[] OfAppends = [Fault.NotReady, Fault.Throw, Fault.LoseAnswer, Fault.CutInMessage, Fault.EndInMessage, Fault.Garbage, Fault.NoTrailers];
    private readonly Dictionary<string, Task> _returning = new(StringComparer.Ordinal);

    private DoubleCluster Cluster => instances.Cluster;

    /// <summary>How often each kind was met.</summary>
    public SortedDictionary<string, int> Met { get; } = new(StringComparer.Ordinal);

    /// <summary>One trouble.</summary>
    /// <param name="while">Completes when it has lasted long enough.</param>
    /// <param name="mayKill">A server takes seconds to come back.</param>
    public async Task Next(Func<Task> @while, bool mayKill)
    {
        string who = names[random.Next(names.Count)];
        var (kind, begin, end) = random.Next(mayKill ? 10 : 9) switch
        {
            0 => ("cut off", () => Cluster.Ways.Cut(who), () => Cluster.Ways.Mend(who)),
            1 => ("broken off", () => Cluster.Ways.BreakOff(who), Nothing),
            2 => ("slow", () => Cluster.Ways.Slow(who, TimeSpan.FromMilliseconds(random.Next(5, 80))), () => Cluster.Ways.Mend(who)),
            3 => ("dropped", () => Cluster.Ways.Drop(who), Nothing),
            4 => ("another leader", () => Cluster.Leader = AnyNode(), Nothing),
            5 => ("no leader", () => Cluster.Leader = null, () => Cluster.Leader = AnyNode()),
            6 => Restart(AnyNode()),
            7 => ("connections cut", AnyNode().CutConnections, Nothing),
            8 => ("append spoiled", () => (Cluster.Leader ?? Cluster.Node).Next("Append", OfAppends[random.Next(OfAppends.Length)]), Nothing),
            _ => ("", () => Kill(who), (Action)Nothing),
        };
        if (kind.Length > 0) Note(kind);
        begin();
        await @while();
        end();
    }

    /// <summary>Kills any server, unless one is being launched again.</summary>
    public void Kill() => Kill(names[random.Next(names.Count)]);

    /// <summary>Everything is as it should be again, and all servers are back.</summary>
    public async Task Over()
    {
        foreach (var node in Cluster.Nodes) node.Up();
        foreach (string name in names) Cluster.Ways.Mend(name);
        Cluster.Leader ??= Cluster.Node;
        await Task.WhenAll(_returning.Values);
    }

    private (string, Action, Action) Restart(DoubleNode node) => ("node restarted", () =>
    {
        node.Down();
        if (Cluster.Leader == node) Cluster.Leader = Cluster.Nodes.First(n => n != node);
    }, node.Up);

    private DoubleNode AnyNode() => Cluster.Nodes[random.Next(Cluster.Nodes.Count)];

    /// <summary>One at a time: somebody has to be there.</summary>
    private void Kill(string name)
    {
        if (_returning.Values.Any(back => !back.IsCompleted)) return;
        Note("killed");
        _returning[name] = KillAndLaunch(name);
    }

    private async Task KillAndLaunch(string name)
    {
        await instances[name].Kill();
        await instances.Launch(name);
    }

    private void Note(string kind) => Met[kind] = Met.GetValueOrDefault(kind) + 1;

    private static void Nothing() { }
}
