using Vuosikello.Events.ContractSuite;

namespace Vuosikello.Events.EventStoreDb.Tests;

public sealed class DoubleAppendTests : AppendContract
{
    protected override Task<IEventStore> Open() => Servers.Double();
}

public sealed class DoubleIdempotencyTests : IdempotencyContract
{
    protected override Task<IEventStore> Open() => Servers.Double();
}

public sealed class DoubleReadTests : ReadContract
{
    protected override Task<IEventStore> Open() => Servers.Double();
}

public sealed class DoubleSubscribeTests : SubscribeContract
{
    protected override Task<IEventStore> Open() => Servers.Double();
}

/// <summary>A server that lets slow consumers fall behind instead of dropping them.</summary>
public sealed class PatientDoubleSubscribeTests : SubscribeContract
{
    protected override Task<IEventStore> Open() => Servers.PatientDouble();
}

/// <summary>Three nodes, of which the first that is asked does not lead.</summary>
public sealed class ClusterAppendTests : AppendContract
{
    protected override Task<IEventStore> Open() => Servers.Cluster();
}

public sealed class ClusterSubscribeTests : SubscribeContract
{
    protected override Task<IEventStore> Open() => Servers.Cluster();
}

public sealed class RealAppendTests : AppendContract
{
    protected override Task<IEventStore> Open() => Servers.Real();
}

public sealed class RealIdempotencyTests : IdempotencyContract
{
    protected override Task<IEventStore> Open() => Servers.Real();
}

public sealed class RealReadTests : ReadContract
{
    protected override Task<IEventStore> Open() => Servers.Real();
}

public sealed class RealSubscribeTests : SubscribeContract
{
    protected override Task<IEventStore> Open() => Servers.Real();
}
