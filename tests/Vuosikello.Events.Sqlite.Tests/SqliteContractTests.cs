using Vuosikello.Events.ContractSuite;

namespace Vuosikello.Events.Sqlite.Tests;

public sealed class SqliteAppendTests : AppendContract
{
    protected override Task<IEventStore> Open() => TestFolder.OpenStore();
}

public sealed class SqliteIdempotencyTests : IdempotencyContract
{
    protected override Task<IEventStore> Open() => TestFolder.OpenStore();
}

public sealed class SqliteReadTests : ReadContract
{
    protected override Task<IEventStore> Open() => TestFolder.OpenStore();
}

public sealed class SqliteSubscribeTests : SubscribeContract
{
    protected override Task<IEventStore> Open() => TestFolder.OpenStore();
}
