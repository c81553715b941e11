using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Vuosikello.Accounts.Database;
using Vuosikello.Domain;

namespace Vuosikello.Accounts.Persons;

/// <summary>Who can sign in.</summary>
public sealed class PersonsStore(IDbContextFactory<AccountsDb> databases, PersonNames names, IClock clock)
{
    public async Task<Person?> Find(MemberId member, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Users.AsNoTracking().FirstOrDefaultAsync(p => p.Id == member.Value, ct);
    }

    public async Task<Person?> Find(EmailAddress address, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Users.AsNoTracking().FirstOrDefaultAsync(p => p.NormalizedEmail == address.Key, ct);
    }

    /// <summary>Makes an account. An address has one person at most: who has it already stays, and is what comes back.</summary>
    /// <param name="member">The id that the person gets, should there be none with the address.</param>
    /// <param name="address">Where the person reads mail.</param>
    /// <param name="name">What others see; empty when nobody knows it yet.</param>
    /// <param name="language"><c>fi</c>, <c>sv</c> or <c>en</c>.</param>
    /// <param name="ct">Stops the waiting.</param>
    public async Task<Person> Add(MemberId member, EmailAddress address, string name, string language, CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        string userName = member.Value.ToString("N");
        var person = new Person
        {
            Id = member.Value,
            Name = name,
            Language = language,
            Since = now,
            Changed = now,
            UserName = userName,
            NormalizedUserName = userName.ToUpperInvariant(),
            Email = address.Shown,
            NormalizedEmail = address.Key,
            SecurityStamp = Convert.ToHexString(RandomNumberGenerator.GetBytes(16)),
        };
        await using var db = await databases.CreateDbContextAsync(ct);
        db.Users.Add(person);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException)
        {
            if (await Find(address, ct) is not { } there) throw;
            return there;
        }
        names.Set(member, name);
        return person;
    }

    /// <summary>Changes what others see the person called, and in which language mails are.</summary>
    public async Task Change(MemberId member, string name, string language, CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        await using var db = await databases.CreateDbContextAsync(ct);
        int changed = await db.Users.Where(p => p.Id == member.Value).ExecuteUpdateAsync(
            set => set.SetProperty(p => p.Name, name).SetProperty(p => p.Language, language).SetProperty(p => p.Changed, now), ct);
        if (changed > 0) names.Set(member, name);
    }
}
