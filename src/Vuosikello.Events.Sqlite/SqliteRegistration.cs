using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Vuosikello.Events.Sqlite;

/// <summary>Makes the embedded store the server's event store.</summary>
public static class SqliteRegistration
{
    /// <summary>Registers the store as itself, as <see cref="IEventStore"/>, and its <see cref="IStoreCondition"/>; the store opens when it is first asked for. An <see cref="IClock"/> must be registered too.</summary>
    /// <param name="dataFolder">Where the log is kept; it is made when it is not there.</param>
    public static IServiceCollection AddSqliteEventStore(this IServiceCollection services, string dataFolder) =>
        services.AddSingleton<IStoreCondition, AlwaysWritable>()
            .AddSingleton(provider => SqliteEventStore.Open(dataFolder, provider.GetRequiredService<IClock>(), provider.GetService<ILogger<SqliteEventStore>>()))
            .AddSingleton<IEventStore>(provider => provider.GetRequiredService<SqliteEventStore>());
}
