using Vuosikello.Cluster.Tests.Kit;

[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace Vuosikello.Cluster.Tests;

/// <summary>Those whose tests share the two servers.</summary>
[CollectionDefinition(Name)]
public sealed class OnTwoInstances : ICollectionFixture<TwoInstances>
{
    public const string Name = "Two instances";
}

/// <summary>Two servers that began at the same moment on a cluster without events, and nginx that leads each request to the next of them.</summary>
public sealed class TwoInstances : IAsyncLifetime
{
    internal Instances Instances { get; private set; } = null!;
    internal Balancer Balancer { get; private set; } = null!;
    internal Uri A => Instances["a"].Address;
    internal Uri B => Instances["b"].Address;

    public async ValueTask InitializeAsync()
    {
        Instances = await Instances.Start(1, "a", "b");
        Balancer = await Balancer.Start(A, B);
    }

    public async ValueTask DisposeAsync()
    {
        await Balancer.DisposeAsync();
        await Instances.DisposeAsync();
    }
}
