using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Vuosikello.Events.Sqlite;

/// <summary>Makes the embedded store the server's event store.</summary>
public static class SqliteRegistration
{
    /// <summary>Registers <see cref="IEventStore"/> and <see cref="IStoreCondition"/>; the store opens when it is first asked for. An <see cref="IClock"/> must be registered too.</summary>
    /// <param name="dataFolder">Where the log is kept; it is made when it is not there.</param>
    public static IServiceCollection AddSqliteEventStore(this IServiceCollection services, string dataFolder) =>
        services.AddSingleton<IStoreCondition, AlwaysWritable>().AddSingleton<IEventStore>(provider => SqliteEventStore.Open(
            dataFolder, provider.GetRequiredService<IClock>(), provider.GetService<ILogger<SqliteEventStore>>()));
}
