using Microsoft.EntityFrameworkCore;
using NodaTime;
using Vuosikello.Accounts.Database;

namespace Vuosikello.Accounts.Limits;

/// <summary>Counts tries in the database, so that all servers count together and a restart forgets nothing.</summary>
public sealed class Counts(IDbContextFactory<AccountsDb> databases, IClock clock)
{
    /// <summary>Counts a try.</summary>
    /// <returns>True when it is within the limit.</returns>
    /// <param name="limit">How many.</param>
    /// <param name="whom">By whom or for whom it is tried: an e-mail address's key, a network address. Only a hash of it is kept.</param>
    /// <param name="ct">Stops the waiting.</param>
    public async Task<bool> Try(Limit limit, string whom, CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        long moment = now.ToUnixTimeMilliseconds(), until = (now + limit.Span).ToUnixTimeMilliseconds();
        await using var db = await databases.CreateDbContextAsync(ct);
        var tries = await db.Database.SqlQuery<int>(
            $"""
            INSERT INTO "Counts" ("Key", "Tries", "Until") VALUES ({KeyOf(limit, whom)}, 1, {until})
            ON CONFLICT ("Key") DO UPDATE SET
                "Tries" = CASE WHEN "Counts"."Until" <= {moment} THEN 1 ELSE "Counts"."Tries" + 1 END,
                "Until" = CASE WHEN "Counts"."Until" <= {moment} THEN {until} ELSE "Counts"."Until" END
            RETURNING "Tries"
            """).ToListAsync(ct);
        return tries[0] <= limit.Tries;
    }

    /// <summary>Whether the limit is reached, without counting anything.</summary>
    public async Task<bool> IsReached(Limit limit, string whom, CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        string key = KeyOf(limit, whom);
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Counts.AnyAsync(c => c.Key == key && c.Tries >= limit.Tries && c.Until > now, ct);
    }

    /// <summary>Begins to count anew.</summary>
    public async Task Forget(Limit limit, string whom, CancellationToken ct)
    {
        string key = KeyOf(limit, whom);
        await using var db = await databases.CreateDbContextAsync(ct);
        await db.Counts.Where(c => c.Key == key).ExecuteDeleteAsync(ct);
    }

    private static string KeyOf(Limit limit, string whom) => Secret.HashOf($"{limit.Name}\n{whom}");
}
