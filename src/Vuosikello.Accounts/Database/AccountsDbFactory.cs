using Microsoft.EntityFrameworkCore;

namespace Vuosikello.Accounts.Database;

/// <summary>Opens the accounts without the asker knowing in which kind of database they are.</summary>
internal sealed class AccountsDbFactory<TDb>(IDbContextFactory<TDb> databases) : IDbContextFactory<AccountsDb> where TDb : AccountsDb
{
    public AccountsDb CreateDbContext() => databases.CreateDbContext();
}
