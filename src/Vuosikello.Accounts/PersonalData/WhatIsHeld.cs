using Microsoft.EntityFrameworkCore;
using Vuosikello.Accounts.Database;
using Vuosikello.Domain;

namespace Vuosikello.Accounts.PersonalData;

/// <summary>Tells a person everything that the accounts hold on them (GDPR articles 15 and 20).</summary>
public sealed class WhatIsHeld(IDbContextFactory<AccountsDb> databases)
{
    /// <summary>Table by table, those without a row too: that there is nothing is also an answer.</summary>
    public async Task<IReadOnlyList<HeldRows>> On(MemberId member, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var keys = await KeysOf(db, member, ct);
        var held = new List<HeldRows>();
        foreach (var table in PersonalTables.All) held.Add(await table.Of(db, keys, ct));
        held.Reverse();
        return held;
    }

    internal static async Task<PersonKeys> KeysOf(AccountsDb db, MemberId member, CancellationToken ct)
    {
        var person = await db.Users.Where(p => p.Id == member.Value).Select(p => new { p.NormalizedEmail, p.Email }).FirstOrDefaultAsync(ct);
        return new(member.Value, person?.NormalizedEmail, person?.Email?.ToLowerInvariant());
    }
}
