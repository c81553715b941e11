using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Vuosikello.Accounts.Database;
using Vuosikello.Accounts.Looks;
using Vuosikello.Accounts.Persons;

namespace Vuosikello.Accounts;

/// <summary>The accounts: the database of persons, and what is done with it.</summary>
public static class AccountsRegistration
{
    /// <param name="services">The server's.</param>
    /// <param name="configuration">See <see cref="AccountsSettings"/>.</param>
    /// <param name="folder">The data folder, absolute.</param>
    public static void AddAccounts(this IServiceCollection services, IConfiguration configuration, string folder)
    {
        var settings = AccountsSettings.From(configuration, folder);
        services.AddSingleton(settings);
        if (settings.ConnectionString is { } server) services.AddDatabase<PostgresAccountsDb>(options => options.UseNpgsql(server));
        else services.AddDatabase<SqliteAccountsDb>(options => options.UseSqlite($"Data Source={settings.File}"));
        services.AddHostedService<AccountsDbStart>();
        services.AddIdentityCore<Person>(AccountsDb.ChooseSchema).AddEntityFrameworkStores<AccountsDb>();
        services.AddSingleton<LastLooks>();
    }

    private static void AddDatabase<TDb>(this IServiceCollection services, Action<DbContextOptionsBuilder> choose) where TDb : AccountsDb
    {
        services.AddDbContextFactory<TDb>(choose);
        services.AddSingleton<IDbContextFactory<AccountsDb>, AccountsDbFactory<TDb>>();
        services.AddScoped<AccountsDb>(s => s.GetRequiredService<TDb>());
    }
}
