using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Vuosikello.Commands.Import;
using Vuosikello.Events;
using Vuosikello.Events.EventStoreDb.Double;
using Vuosikello.Projections;

namespace Vuosikello.Web.Tests.Store;

/// <summary>Tests that let one cluster go away and come back do so one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class OnACluster : ICollectionFixture<ClusterSite>
{
    public const string Name = "on a cluster";
}

/// <summary>The whole server, with the demo's partnerships, on a double of EventStoreDB that goes away and comes back as a test wants it.</summary>
public sealed class ClusterSite : IAsyncLifetime
{
    private DoubleCluster _cluster = null!;

    public Site Site { get; private set; } = null!;
    internal DoubleCluster Cluster => _cluster;
    private IStoreCondition Condition => Site.Services.GetRequiredService<IStoreCondition>();

    public async ValueTask InitializeAsync()
    {
        _cluster = await DoubleCluster.Start();
        Site = On(_cluster);
        _ = Site.Server;
        await Site.Services.GetRequiredService<IViews>().BecomeReady(TestContext.Current.CancellationToken);
    }

    /// <summary>The demo's partnerships without their story, which would take many seconds here.</summary>
    private static DemoFiles Partnerships
    {
        get
        {
            string folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "Partnerships")).FullName;
            foreach (string file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Demo")).Where(f => !f.EndsWith(".story.json", StringComparison.Ordinal)))
                File.Copy(file, Path.Combine(folder, Path.GetFileName(file)), overwrite: true);
            return new(folder);
        }
    }

    /// <summary>A server on a cluster that has no patience, so that tests need none.</summary>
    internal static Site On(DoubleCluster cluster) => new()
    {
        StartsEmpty = true,
        Also = host =>
        {
            host.UseSetting("EventStore:ConnectionString", cluster.ConnectionString());
            host.ConfigureTestServices(services => services
                .AddSingleton(_ => cluster.Open(settings: DoubleCluster.Impatient with { SilenceUntilReadOnly = TimeSpan.FromMilliseconds(50) }))
                .AddSingleton(Partnerships));
        },
    };

    public async Task GoesAway()
    {
        foreach (var node in _cluster.Nodes) node.Down();
        await Condition.Until(canWrite: false, TestContext.Current.CancellationToken);
    }

    public async Task ComesBack()
    {
        foreach (var node in _cluster.Nodes) node.Up();
        await Condition.Until(canWrite: true, TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await Site.DisposeAsync();
        await _cluster.DisposeAsync();
    }
}
