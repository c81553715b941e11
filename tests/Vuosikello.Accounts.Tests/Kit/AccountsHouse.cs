using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;
using Vuosikello.Accounts.Database;

namespace Vuosikello.Accounts.Tests.Kit;

/// <summary>The accounts as a server has them: their services and a database, with a clock that tests set.</summary>
internal sealed class AccountsHouse : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    public AccountsHouse(string folder, string? connectionString, Action<IServiceCollection>? also = null)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("Accounts:ConnectionString", connectionString)]).Build();
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(settings);
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Warning));
        services.AddSingleton<IClock>(Clock);
        services.AddDataProtection().SetApplicationName("vuosikello").PersistKeysToFileSystem(new(Path.Combine(folder, "keys")));
        services.AddAccounts(settings, folder);
        also?.Invoke(services);
        _services = services.BuildServiceProvider();
    }

    /// <summary>Stands still until a test moves it.</summary>
    public MovingClock Clock { get; } = new(Instant.FromUtc(2026, 11, 22, 10, 0));

    public IDbContextFactory<AccountsDb> Databases => Get<IDbContextFactory<AccountsDb>>();

    public T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    public AsyncServiceScope Scope() => _services.CreateAsyncScope();

    /// <summary>What the server does with the database at its start.</summary>
    public Task Migrate() => _services.GetServices<IHostedService>().OfType<AccountsDbStart>().Single().StartAsync(TestContext.Current.CancellationToken);

    public Task Sweep() => _services.GetServices<IHostedService>().OfType<Sweeper>().Single().Sweep(TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}

/// <summary>A clock that a test sets.</summary>
internal sealed class MovingClock(Instant now) : IClock
{
    public Instant Now { get; set; } = now;

    public Instant GetCurrentInstant() => Now;

    public void Pass(Duration time) => Now += time;
}
