using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Vuosikello.ServerKit;

namespace Vuosikello.Accounts.Tests.Kit;

/// <summary>Which database tests run on. Each test class is derived from twice, so both keep the same promises.</summary>
public interface IDatabaseKind
{
    /// <returns>The connection string of a new database; null for the file in the folder.</returns>
    Task<string?> New();
}

/// <summary>Tests that start with an empty database of one kind.</summary>
public abstract class OnEachDatabase(IDatabaseKind kind) : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<AccountsHouse> _houses = [];
    private string? _connection;

    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    protected string Folder => _folder.Path;

    public async ValueTask InitializeAsync() => _connection = await kind.New();

    /// <summary>A server on the test's database: the second one shares it with the first.</summary>
    private protected AccountsHouse House(Action<IServiceCollection>? also = null)
    {
        var house = new AccountsHouse(Folder, _connection, also);
        _houses.Add(house);
        return house;
    }

    private protected async Task<AccountsHouse> MigratedHouse(Action<IServiceCollection>? also = null)
    {
        var house = House(also);
        await house.Migrate();
        return house;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var house in _houses) await house.DisposeAsync();
        SqliteConnection.ClearAllPools();
        _folder.Dispose();
        GC.SuppressFinalize(this);
    }
}

public sealed class InAFile : IDatabaseKind
{
    public Task<string?> New() => Task.FromResult<string?>(null);
}

public sealed class OnPostgres(PostgresServer server) : IDatabaseKind
{
    public async Task<string?> New() => await server.NewDatabase();
}
