using Microsoft.EntityFrameworkCore;
using NodaTime;
using Vuosikello.Accounts.Database;
using Vuosikello.Domain;

namespace Vuosikello.Accounts.Looks;

/// <summary>How far a member has looked at a partnership, and when the member said so.</summary>
/// <param name="Position">The place in the partnership's history: how many entries there are up to it. Unlike a place in the log it is the same in every store that the log may move to.</param>
/// <param name="At">To the millisecond.</param>
public readonly record struct Look(long Position, Instant At);

/// <summary>Remembers how far members have looked.</summary>
public sealed class LastLooks(IDbContextFactory<AccountsDb> databases)
{
    /// <returns>Null for a member who never said to have seen anything.</returns>
    public async ValueTask<Look?> Of(MemberId member, PartnershipId partnership, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var look = await db.LastLooks.AsNoTracking().FirstOrDefaultAsync(l => l.Member == member.Value && l.Partnership == partnership.Value, ct);
        return look is null ? null : new(look.Position, look.At);
    }

    /// <summary>The member has seen everything up to a position. It never moves back: two open pages may be answered in either order.</summary>
    public async Task Move(MemberId member, PartnershipId partnership, long position, Instant now, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO "LastLooks" ("Member", "Partnership", "Position", "At")
            VALUES ({member.Value}, {partnership.Value}, {position}, {now.ToUnixTimeMilliseconds()})
            ON CONFLICT ("Member", "Partnership") DO UPDATE SET
                "Position" = CASE WHEN excluded."Position" > "LastLooks"."Position" THEN excluded."Position" ELSE "LastLooks"."Position" END,
                "At" = CASE WHEN excluded."At" > "LastLooks"."At" THEN excluded."At" ELSE "LastLooks"."At" END
            """, ct);
    }
}
