using Microsoft.EntityFrameworkCore;
using NodaTime;
using Vuosikello.Domain;
using Vuosikello.Events;

namespace Vuosikello.Web.Members;

/// <summary>How far a member has looked at a partnership, and when the member said so.</summary>
public readonly record struct Look(Position Position, Instant At);

/// <summary>Remembers how far members have looked.</summary>
public sealed class LastLooks(IDbContextFactory<MembersDb> databases)
{
    /// <returns>Null for a member who never said to have seen anything.</returns>
    public async ValueTask<Look?> Of(MemberId member, PartnershipId partnership, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var look = await db.LastLooks.AsNoTracking().FirstOrDefaultAsync(l => l.Member == member.Value && l.Partnership == partnership.Value, ct);
        return look is null ? null : new(new(look.Position), Instant.FromUnixTimeMilliseconds(look.At));
    }

    /// <summary>The member has seen everything up to a position. It never moves back: two open pages may be answered in either order.</summary>
    public async Task Move(MemberId member, PartnershipId partnership, Position position, Instant now, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO LastLooks (Member, Partnership, Position, At) VALUES ({member.Value}, {partnership.Value}, {position.Value}, {now.ToUnixTimeMilliseconds()})
            ON CONFLICT (Member, Partnership) DO UPDATE SET Position = max(Position, excluded.Position), At = max(At, excluded.At)
            """, ct);
    }
}
