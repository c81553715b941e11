using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Logging;

namespace Vuosikello.Accounts.Database;

/// <summary>Makes what was deleted vanish from the database's files too, where a deleted row is otherwise space that waits to be used again.</summary>
public sealed class FileTidying(IDbContextFactory<AccountsDb> databases, AccountsSettings settings, ILogger<FileTidying> log)
{
    /// <summary>Writes the files anew without what was deleted. PostgreSQL's own log and its archive are the operator's: see docs/security.md.</summary>
    public async Task Tidy(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        if (settings.ConnectionString is null) await TidyFile(db, ct);
        else await TidyServer(db, ct);
    }

    private async Task TidyFile(AccountsDb db, CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        var connection = db.Database.GetDbConnection();
        await Execute(connection, "PRAGMA busy_timeout = 10000; VACUUM", ct);
        // The write-ahead log has the pages as they were; it is emptied unless somebody still reads from it.
        if (await Execute(connection, "PRAGMA wal_checkpoint(TRUNCATE)", ct) is not 0L)
            log.LogWarning("The write-ahead log of the accounts database is in use and still holds what was erased; it goes when the server stops, or is erased again.");
    }

    private static async Task TidyServer(AccountsDb db, CancellationToken ct)
    {
        var tables = db.Model.GetEntityTypes().Select(type => type.GetTableName()).OfType<string>().Distinct(StringComparer.Ordinal);
        await db.Database.OpenConnectionAsync(ct);
        foreach (string table in tables) await Execute(db.Database.GetDbConnection(), $"VACUUM FULL \"{table}\"", ct);
    }

    private static async Task<object?> Execute(DbConnection connection, string statement, CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = statement;
        return await command.ExecuteScalarAsync(ct);
    }
}

/// <summary>Has SQLite overwrite with zeros what is deleted or changed.</summary>
internal sealed class SecureDelete : DbConnectionInterceptor
{
    private const string Statement = "PRAGMA secure_delete = ON";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Statement;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Statement;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
