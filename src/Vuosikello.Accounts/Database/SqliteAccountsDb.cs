using Microsoft.EntityFrameworkCore;

namespace Vuosikello.Accounts.Database;

/// <summary>The accounts in one file beside the log.</summary>
public sealed class SqliteAccountsDb(DbContextOptions<SqliteAccountsDb> options) : AccountsDb(options);
