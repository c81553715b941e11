using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.Extensions.DependencyInjection;
using Vuosikello.Accounts.Persons;

namespace Vuosikello.Accounts.Database;

/// <summary>For <c>dotnet ef</c> alone, which compares the model with the migrations and opens no database.</summary>
internal sealed class SqliteDesign : IDesignTimeDbContextFactory<SqliteAccountsDb>
{
    public SqliteAccountsDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteAccountsDb>().UseApplicationServiceProvider(Services()).UseSqlite("Data Source=:memory:").Options);

    internal static IServiceProvider Services()
    {
        var services = new ServiceCollection();
        services.AddIdentityCore<Person>(AccountsDb.ChooseSchema);
        return services.BuildServiceProvider();
    }
}

/// <inheritdoc cref="SqliteDesign"/>
internal sealed class PostgresDesign : IDesignTimeDbContextFactory<PostgresAccountsDb>
{
    public PostgresAccountsDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgresAccountsDb>().UseApplicationServiceProvider(SqliteDesign.Services()).UseNpgsql("Host=nowhere").Options);
}
