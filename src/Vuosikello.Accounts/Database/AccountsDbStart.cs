using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;

namespace Vuosikello.Accounts.Database;

/// <summary>Brings the database to the form of this program before anybody asks for a page.</summary>
/// <remarks>Servers that start at once take turns: the second finds nothing left to do.</remarks>
internal sealed class AccountsDbStart(IDbContextFactory<AccountsDb> databases, AccountsSettings settings) : IHostedService
{
    /// <summary>Any number that nothing else in the database locks by.</summary>
    private const long Turn = 0x5655_4F53_494B_454C;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (settings.ConnectionString is null) await MigrateFile(db, cancellationToken);
        else await MigrateServer(db, cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // A server that was killed while it migrated leaves EF Core's own lock behind, as a row that nobody ever takes away. The operating
    // system's lock dies with its holder; whoever has it knows that such a row is a dead one's.
    private async Task MigrateFile(AccountsDb db, CancellationToken ct)
    {
        Directory.CreateDirectory(settings.Folder);
        await using var turn = await Lock(settings.File + ".lock", ct);
        if (File.Exists(settings.File)) await db.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\"", ct);
        await db.Database.MigrateAsync(ct);
        // A new file has it from EF Core; one that comes out of a backup has not.
        await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = 'wal'", ct);
    }

    // EF Core locks its table of migrations, which at the very first start is not there yet.
    private static async Task MigrateServer(AccountsDb db, CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_lock({Turn})", ct);
        await db.Database.MigrateAsync(ct);
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_unlock({Turn})", ct);
    }

    private static async Task<FileStream> Lock(string file, CancellationToken ct)
    {
        while (true)
        {
            try
            {
                return new(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException e) when (e is not (DirectoryNotFoundException or PathTooLongException) && File.Exists(file))
            {
                // Another server migrates; that a file is let go, nobody is told.
                await Task.Delay(TimeSpan.FromMilliseconds(100), ct);
            }
        }
    }
}
