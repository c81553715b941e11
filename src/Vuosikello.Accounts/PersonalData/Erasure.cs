using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vuosikello.Accounts.Database;
using Vuosikello.Accounts.Mail;
using Vuosikello.Accounts.Persons;
using Vuosikello.Accounts.Sessions;
using Vuosikello.Domain;

namespace Vuosikello.Accounts.PersonalData;

/// <summary>Takes persons out of the accounts, and out of the files in which these are. Done twice it is as if once.</summary>
public sealed class Erasure(IDbContextFactory<AccountsDb> databases, FileTidying files, SessionStore sessions, PersonNames names, IServiceProvider services)
{
    private const int AtOnce = 500;

    /// <summary>Erases those of them who are still there.</summary>
    /// <returns>How many were.</returns>
    public async Task<int> Erase(IReadOnlyCollection<Guid> members, CancellationToken ct)
    {
        var there = new List<Guid>();
        await using (var db = await databases.CreateDbContextAsync(ct))
        {
            foreach (var some in members.Chunk(AtOnce)) there.AddRange(await db.Users.Where(p => some.Contains(p.Id)).Select(p => p.Id).ToListAsync(ct));
        }
        foreach (var id in there) await EraseRows(new(id), ct);
        if (there.Count > 0) await files.Tidy(ct);
        return there.Count;
    }

    private async Task EraseRows(MemberId member, CancellationToken ct)
    {
        // First, so that whatever they keep open ends; what is asked on a session meanwhile finds it gone.
        await sessions.EndAll(member, null, ct);
        names.Forget(member);
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var whole = await db.Database.BeginTransactionAsync(ct);
        var keys = await WhatIsHeld.KeysOf(db, member, ct);
        // In Development mails are files; as long as the person is there, a failure leaves who to look for.
        if (EmailAddress.TryRead(keys.Address, out var address)) services.GetService<FolderTransport>()?.Forget(address);
        foreach (var table in PersonalTables.All) await table.Erase(db, keys, ct);
        await whole.CommitAsync(ct);
        names.Forget(member);
    }
}
