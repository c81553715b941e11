using Microsoft.EntityFrameworkCore;
using Vuosikello.Accounts.Tests.Kit;

namespace Vuosikello.Accounts.Tests.Database;

public abstract class Bringing_the_database_to_its_form(IDatabaseKind kind) : OnEachDatabase(kind)
{
    [Fact]
    public async Task An_empty_database_gets_the_form_of_the_program()
    {
        await using var house = House();

        await house.Migrate();

        await using var db = await house.Databases.CreateDbContextAsync(Ct);
        Assert.Empty(await db.Database.GetPendingMigrationsAsync(Ct));
        Assert.Empty(await db.Users.ToListAsync(Ct));
        Assert.Empty(await db.UserPasskeys.ToListAsync(Ct));
    }

    [Fact]
    public async Task The_migrations_lead_to_the_model_that_the_program_has()
    {
        var house = await MigratedHouse();
        await using var db = await house.Databases.CreateDbContextAsync(Ct);
        Assert.False(db.Database.HasPendingModelChanges(), "The model was changed without a migration: see docs/adr/0029-accounts.md.");
    }

    [Fact]
    public async Task Servers_that_start_at_once_take_turns()
    {
        var houses = Enumerable.Range(0, 4).Select(_ => House()).ToArray();

        await Task.WhenAll(houses.Select(house => Task.Run(house.Migrate, Ct)));

        await using var db = await houses[3].Databases.CreateDbContextAsync(Ct);
        Assert.Empty(await db.Database.GetPendingMigrationsAsync(Ct));
    }

    [Fact]
    public async Task There_is_no_column_for_a_password()
    {
        var house = await MigratedHouse();
        await using var db = await house.Databases.CreateDbContextAsync(Ct);
        var columns = db.Model.GetEntityTypes().SelectMany(t => t.GetProperties()).Select(p => p.Name).ToArray();
        Assert.Contains("NormalizedEmail", columns);
        Assert.DoesNotContain(columns, name => name.Contains("Password", StringComparison.OrdinalIgnoreCase) || name.Contains("PhoneNumber", StringComparison.OrdinalIgnoreCase));
    }
}

public sealed class Bringing_a_file_to_its_form() : Bringing_the_database_to_its_form(new InAFile())
{
    [Fact]
    public async Task The_lock_of_a_server_that_was_killed_meanwhile_holds_nobody_up()
    {
        await using var house = House();
        await using (var db = await house.Databases.CreateDbContextAsync(Ct))
        {
            await db.Database.ExecuteSqlRawAsync("CREATE TABLE \"__EFMigrationsLock\" (\"Id\" INTEGER NOT NULL PRIMARY KEY, \"Timestamp\" TEXT NOT NULL)", Ct);
            await db.Database.ExecuteSqlRawAsync("INSERT INTO \"__EFMigrationsLock\" VALUES (1, '2026-11-22 10:00:00')", Ct);
        }

        await house.Migrate();

        await using var migrated = await house.Databases.CreateDbContextAsync(Ct);
        Assert.Empty(await migrated.Database.GetPendingMigrationsAsync(Ct));
    }
}

public sealed class Bringing_PostgreSQL_to_its_form(PostgresServer server) : Bringing_the_database_to_its_form(new OnPostgres(server));
