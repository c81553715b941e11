using Microsoft.EntityFrameworkCore;

namespace Vuosikello.Accounts.Database;

/// <summary>The accounts in a PostgreSQL database that several servers share.</summary>
public sealed class PostgresAccountsDb(DbContextOptions<PostgresAccountsDb> options) : AccountsDb(options);
