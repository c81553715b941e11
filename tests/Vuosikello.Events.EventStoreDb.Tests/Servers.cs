using Vuosikello.Events.EventStoreDb.Resilience;
using Vuosikello.Events.EventStoreDb.Store;
using Vuosikello.Events.EventStoreDb.Double;

[assembly: AssemblyFixture(typeof(Vuosikello.Events.EventStoreDb.Tests.Servers))]

namespace Vuosikello.Events.EventStoreDb.Tests;

/// <summary>What the contract suite runs against: doubles, each shared by all tests, and the real server that the environment names.</summary>
public sealed class Servers : IAsyncLifetime
{
    private const string Variable = "VUOSIKELLO_EVENTSTORE";

    private static DoubleCluster? _single, _patient, _cluster;

    private static string? ConnectionString => Environment.GetEnvironmentVariable(Variable);

    public static Task<IEventStore> Double() => Open(_single!);
    public static Task<IEventStore> PatientDouble() => Open(_patient!);
    public static Task<IEventStore> Cluster() => Open(_cluster!);

    public static Task<IEventStore> Real() =>
        Task.FromResult<IEventStore>(EventStoreDbStore.Open(RealConnectionString(), new Random(), new EventStoreDbOptions { StreamPrefix = NewPrefix() }));

    /// <summary>Of the real server; without one, the test is skipped.</summary>
    public static string RealConnectionString()
    {
        Assert.SkipWhen(string.IsNullOrEmpty(ConnectionString), $"No real server was tried: {Variable} holds no connection string.");
        return ConnectionString!;
    }

    private static Task<IEventStore> Open(DoubleCluster cluster) =>
        Task.FromResult<IEventStore>(cluster.Open(settings: DoubleCluster.Impatient with { StreamPrefix = NewPrefix() }));

    // The tests that run beside each other are to each other what other applications in the cluster are.
    private static string NewPrefix() => $"vk-test-{Guid.NewGuid():N}-";

    public async ValueTask InitializeAsync()
    {
        await Console.Error.WriteLineAsync(string.IsNullOrEmpty(ConnectionString)
            ? $"EventStoreDB: the contract suite runs against the protocol double alone; {Variable} names no real server."
            : $"EventStoreDB: the contract suite runs against the protocol double and against the real server that {Variable} names.");
        _single = await DoubleCluster.Start();
        _patient = await DoubleCluster.Start(isOld: false);
        _cluster = await DoubleCluster.Start(nodes: 3);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var server in new[] { _single, _patient, _cluster })
        {
            if (server is not null) await server.DisposeAsync();
        }
    }
}
