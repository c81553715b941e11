using Microsoft.Extensions.DependencyInjection.Extensions;
using NodaTime;
using Vuosikello.Events;
using Vuosikello.Events.EventStoreDb;
using Vuosikello.Events.EventStoreDb.Resilience;
using Vuosikello.Events.EventStoreDb.Store;
using Vuosikello.Events.Sqlite;
using Vuosikello.Web.Store;

namespace Vuosikello.Web.Composition;

/// <summary>
/// Which event store the program uses: EventStoreDB when the setting <c>EventStore:ConnectionString</c> names one, else the embedded
/// store in the data folder. <c>EventStore:StreamPrefix</c> (without it <c>vk-</c>) sets our streams in a cluster apart from others'.
/// </summary>
internal static class EventStores
{
    public const string ConnectionStringSetting = "EventStore:ConnectionString";
    public const string StreamPrefixSetting = "EventStore:StreamPrefix";

    /// <summary>Registers <see cref="IEventStore"/> and <see cref="IStoreCondition"/>; the store opens when it is first asked for.</summary>
    /// <exception cref="StoreUnavailableException">The connection string is wrong.</exception>
    public static void AddEventStore(this IServiceCollection services, IConfiguration settings, DataFolder folder)
    {
        var place = StorePlace.Named(settings, folder);
        services.AddSingleton(place);
        services.AddSingleton<LogEnd>();
        services.AddSingleton<StoreMeters>();
        if (place is StorePlace.InCluster cluster) services.AddCluster(cluster);
        else services.AddEmbedded(folder, place.Words);
        services.AddHostedService(provider => provider.GetRequiredService<StoreFacts>());
    }

    private static void AddCluster(this IServiceCollection services, StorePlace.InCluster cluster)
    {
        services.AddEventStoreDb(cluster.Text, new Random(), cluster.Options);
        services.IsUsedThrough(provider =>
        {
            var store = provider.GetRequiredService<EventStoreDbStore>();
            return Measured(provider, new PromptReads(store, store.Condition, PromptReads.Usual));
        });
        services.AddSingleton(provider => new StoreFacts(
            "eventstoredb", cluster.Words, provider.GetRequiredService<IStoreCondition>(), () => provider.GetRequiredService<EventStoreDbStore>().Interruptions, provider.GetRequiredService<IClock>()));
    }

    private static void AddEmbedded(this IServiceCollection services, DataFolder folder, string words)
    {
        services.AddSqliteEventStore(folder.Path);
        services.IsUsedThrough(provider => Measured(provider, provider.GetRequiredService<SqliteEventStore>()));
        services.AddSingleton(provider => new StoreFacts("sqlite", words, provider.GetRequiredService<IStoreCondition>(), static () => 0, provider.GetRequiredService<IClock>()));
    }

    /// <summary>In place of the store as its library registers it, which nobody here uses as it is.</summary>
    private static void IsUsedThrough(this IServiceCollection services, Func<IServiceProvider, IEventStore> store) =>
        services.Replace(ServiceDescriptor.Singleton(store));

    // The end of the log is looked up in the store that tells it of every append.
    private static MeasuredAppends Measured(IServiceProvider provider, IEventStore store) =>
        new(store, provider.GetRequiredService<StoreMeters>(), position => provider.GetRequiredService<LogEnd>().Raise(position));

    internal static EventStoreDbOptions Options(string? prefix) =>
        prefix is { Length: > 0 } ? new EventStoreDbOptions { StreamPrefix = prefix } : new EventStoreDbOptions();
}
