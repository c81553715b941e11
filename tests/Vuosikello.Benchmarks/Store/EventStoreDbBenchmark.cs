using System.Globalization;
using Vuosikello.Events.EventStoreDb.Double;
using Vuosikello.Events.EventStoreDb.Resilience;
using Vuosikello.Events.EventStoreDb.Store;

namespace Vuosikello.Benchmarks.Store;

/// <summary>
/// The store on EventStoreDB beside EventStoreDB's own client for Node.js, both on the same server: the one that VUOSIKELLO_EVENTSTORE names, else
/// the tests' double, which measures the clients before a server that does next to nothing. <c>store-eventstoredb [rounds] [scale]</c>
/// </summary>
public sealed class EventStoreDbBenchmark : IBenchmark
{
    private const int Warm = 2000;

    public string Name => "store-eventstoredb";

    public async Task Run(Session session, string[] args)
    {
        int rounds = args.Length > 0 ? int.Parse(args[0]) : 5;
        double scale = args.Length > 1 ? double.Parse(args[1], CultureInfo.InvariantCulture) : 1;
        if (Environment.GetEnvironmentVariable("VUOSIKELLO_EVENTSTORE") is { Length: > 0 } real)
        {
            await Measure(session.Figures, "EventStoreDB", real, rounds, scale);
            return;
        }
        await using var server = await DoubleCluster.Start(isOld: false);
        await Measure(session.Figures, "EventStoreDB's double", server.ConnectionString(), rounds, scale);
    }

    private static async Task Measure(Figures figures, string server, string connection, int rounds, double scale)
    {
        int Scaled(int count) => Math.Max(64, (int)(count * scale) / 64 * 64);
        Console.WriteLine($"Measured against {server}.");
        foreach (var (writers, appends, words) in new[] { (1, Scaled(4_000), "1 writer"), (64, Scaled(40_000), "64 writers") })
        {
            await figures.Compare($"{server}: appends/s, {words}, beside its Node.js client", 1, rounds,
                () => Append(connection, writers, appends), () => Node(connection, "append", NewPrefix(), writers, appends));
        }
        await CompareReading(figures, server, connection, rounds, Scaled(50_000));
    }

    private static async Task<double> Append(string connection, int writers, int appends)
    {
        await using (var warm = Open(connection, NewPrefix())) await StoreWork.Append(warm, writers, Math.Min(Warm, appends));
        await using var store = Open(connection, NewPrefix());
        return await StoreWork.Append(store, writers, appends);
    }

    private static async Task CompareReading(Figures figures, string server, string connection, int rounds, int events)
    {
        string prefix = NewPrefix();
        await using var store = Open(connection, prefix);
        await StoreWork.Fill(store, events);
        await figures.Compare($"{server}: events/s read in order, as records beside its client's parsed JSON", 1, rounds,
            () => StoreWork.Read(store, deserialise: true), () => Node(connection, "read", prefix, 1, events));
    }

    private static async Task<double> Node(string connection, string what, string prefix, int writers, int count) =>
        double.Parse((await Peer.Run("bench.mjs", connection, what, prefix, $"{writers}", $"{count}"))[^1], CultureInfo.InvariantCulture);

    private static EventStoreDbStore Open(string connection, string prefix) =>
        EventStoreDbStore.Open(connection, new Random(1), new EventStoreDbOptions { StreamPrefix = prefix });

    private static string NewPrefix() => $"vk-bench-{Guid.NewGuid():N}-";
}
