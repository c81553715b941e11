using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Vuosikello.Events.EventStoreDb.Resilience;
using Vuosikello.Events.EventStoreDb.Store;

namespace Vuosikello.Events.EventStoreDb;

/// <summary>Makes an EventStoreDB server or cluster the server's event store.</summary>
public static class EventStoreDbRegistration
{
    /// <summary>Registers the store as itself, as <see cref="IEventStore"/>, and its <see cref="IStoreCondition"/>; nothing is connected before something is asked of the store.</summary>
    /// <param name="connectionString">As EventStoreDB's own clients take it, such as <c>esdb://node1,node2,node3?tlsCaFile=ca.crt</c>.</param>
    /// <param name="random">Chooses among nodes where the connection string leaves it to chance.</param>
    public static IServiceCollection AddEventStoreDb(this IServiceCollection services, string connectionString, Random random, EventStoreDbOptions options) => services
        .AddSingleton(provider => EventStoreDbStore.Open(connectionString, random, options, provider.GetService<ILogger<EventStoreDbStore>>()))
        .AddSingleton<IEventStore>(provider => provider.GetRequiredService<EventStoreDbStore>())
        .AddSingleton<IStoreCondition>(provider => provider.GetRequiredService<EventStoreDbStore>().Condition);
}
