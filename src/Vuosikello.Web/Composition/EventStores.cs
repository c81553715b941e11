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
    public const string ConnectionStringSetting = "EventStore:ConnectionString";
    public const string StreamPrefixSetting = "EventStore:StreamPrefix";

    /// <exception cref="Events.StoreUnavailableException">The connection string is wrong.</exception>
    public static void AddEventStore(this IServiceCollection services, IConfiguration settings, DataFolder folder)
    {
        var place = StorePlace.Named(settings, folder);
        services.AddSingleton(place);
        if (place is StorePlace.InCluster cluster) services.AddEventStoreDb(cluster.Text, new Random(), cluster.Options);
        else services.AddSqliteEventStore(folder.Path);
    }

    internal static EventStoreDbOptions Options(string? prefix) =>
        prefix is { Length: > 0 } ? new EventStoreDbOptions { StreamPrefix = prefix } : new EventStoreDbOptions();
}
