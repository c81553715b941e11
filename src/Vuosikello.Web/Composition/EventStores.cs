using Vuosikello.Events.EventStoreDb;
using Vuosikello.Events.EventStoreDb.Resilience;
using Vuosikello.Events.Sqlite;

namespace Vuosikello.Web.Composition;

/// <summary>
/// Which event store the program uses: EventStoreDB when the setting <c>EventStore:ConnectionString</c> names one, else the embedded
/// store in the data folder. <c>EventStore:StreamPrefix</c> (without it <c>vk-</c>) sets our streams in a cluster apart from others'.
/// </summary>
internal static class EventStores
{
    public static void AddEventStore(this IServiceCollection services, IConfiguration settings, DataFolder folder)
    {
        if (settings["EventStore:ConnectionString"] is { Length: > 0 } connectionString)
            services.AddEventStoreDb(connectionString, new Random(), Options(settings["EventStore:StreamPrefix"]));
        else
            services.AddSqliteEventStore(folder.Path);
    }

    private static EventStoreDbOptions Options(string? prefix) =>
        prefix is { Length: > 0 } ? new EventStoreDbOptions { StreamPrefix = prefix } : new EventStoreDbOptions();
}
