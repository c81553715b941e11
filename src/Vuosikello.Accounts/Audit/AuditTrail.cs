using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Vuosikello.Accounts.Database;

namespace Vuosikello.Accounts.Audit;

/// <summary>Which part of the audit trail somebody asks for.</summary>
/// <param name="Kinds">Names of kinds; empty for all.</param>
/// <param name="Persons">Of whom one did it, or it was done with one of them; null for anybody.</param>
/// <param name="From">Not before this; null for the beginning.</param>
/// <param name="To">Before this; null for now.</param>
public sealed record AuditQuestion(IReadOnlyCollection<string> Kinds, IReadOnlyCollection<Guid>? Persons = null, Instant? From = null, Instant? To = null);

/// <summary>The audit trail in the accounts database, for all servers together.</summary>
public sealed class AuditTrail(IDbContextFactory<AccountsDb> databases, IClock clock) : IAudit
{
    private const long Hour = NodaConstants.MillisecondsPerHour;

    /// <inheritdoc />
    public async Task Note(AuditKind kind, AuditNote note, CancellationToken ct)
    {
        if (!note.IsFitToKeep) throw new ArgumentException("The audit trail takes words of the program and ids only.", nameof(note));
        var now = clock.GetCurrentInstant();
        long moment = now.ToUnixTimeMilliseconds();
        string? network = CoarseNetwork.Of(note.From);
        var id = kind.IsCounted ? SameInThatHour(kind, note, network, moment / Hour) : NewId.At(now);
        await using var db = await databases.CreateDbContextAsync(ct);
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO "Audit" ("Id", "At", "Kind", "By", "About", "Partnership", "What", "Network", "Times", "Last")
            VALUES ({id}, {moment}, {kind.Name}, {note.By?.Value}, {note.About?.Value}, {note.Partnership?.Value}, {note.What}, {network}, 1, {moment})
            ON CONFLICT ("Id") DO UPDATE SET "Times" = "Audit"."Times" + 1, "Last" = {moment}
            """, ct);
    }

    /// <summary>The latest rows that were asked for, the latest first.</summary>
    /// <param name="asked">Which.</param>
    /// <param name="most">No more than so many.</param>
    /// <param name="ct">Stops the waiting.</param>
    public async Task<IReadOnlyList<AuditRow>> Read(AuditQuestion asked, int most, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        IQueryable<AuditRow> rows = db.Audit.AsNoTracking();
        if (asked.Kinds.Count > 0) rows = rows.Where(r => asked.Kinds.Contains(r.Kind));
        if (asked.Persons is { } persons) rows = rows.Where(r => persons.Contains(r.By!.Value) || persons.Contains(r.About!.Value));
        if (asked.From is { } from) rows = rows.Where(r => r.At >= from);
        if (asked.To is { } to) rows = rows.Where(r => r.At < to);
        return await rows.OrderByDescending(r => r.At).ThenByDescending(r => r.Id).Take(most).ToListAsync(ct);
    }

    private static Guid SameInThatHour(AuditKind kind, AuditNote note, string? network, long hour)
    {
        string all = string.Join('\n', kind.Name, note.By, note.About, note.Partnership, note.What, network, hour.ToString(CultureInfo.InvariantCulture));
        return new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(all)).AsSpan(0, 16));
    }
}
