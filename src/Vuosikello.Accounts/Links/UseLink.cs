using Microsoft.EntityFrameworkCore;
using NodaTime;
using Vuosikello.Accounts.Audit;
using Vuosikello.Accounts.Database;
using Vuosikello.Accounts.Limits;
using Vuosikello.Accounts.Persons;
using Vuosikello.Domain;

namespace Vuosikello.Accounts.Links;

/// <summary>What a link is worth at this moment in this browser.</summary>
public enum LinkState
{
    /// <summary>It signs in.</summary>
    Good,

    /// <summary>It is good, but in the browser that asked for it.</summary>
    ForAnotherBrowser,

    /// <summary>It was used, or its time is over, or there never was such a one.</summary>
    Gone,
}

/// <summary>Signs in by a link that was mailed, or by the code beside it.</summary>
public sealed class UseLink(IDbContextFactory<AccountsDb> databases, PersonsStore persons, Counts counts, IAudit audit, IClock clock)
{
    /// <summary>So many wrong codes end the code; the link itself stays good.</summary>
    public const int WrongCodes = 5;

    /// <summary>Looks at a link and changes nothing: mail scanners open links before people do.</summary>
    public async Task<LinkState> Look(string secret, string? browser, CancellationToken ct)
    {
        string hash = Secret.HashOf(secret);
        await using var db = await databases.CreateDbContextAsync(ct);
        var link = await db.Links.AsNoTracking().FirstOrDefaultAsync(l => l.SecretHash == hash, ct);
        if (link is null || link.Used is not null || link.Until <= clock.GetCurrentInstant()) return LinkState.Gone;
        return browser is not null && link.BrowserHash == Secret.HashOf(browser) ? LinkState.Good : LinkState.ForAnotherBrowser;
    }

    /// <summary>Uses a link up.</summary>
    /// <param name="secret">The link's.</param>
    /// <param name="browser">The secret of the browser.</param>
    /// <param name="ct">Stops the waiting.</param>
    /// <param name="isInvited">Whether the browser still holds an invitation that can be taken: else nobody new gets an account.</param>
    /// <returns>Who is signed in by it; null when it is not good in this browser.</returns>
    public async Task<MemberId?> ByLink(string secret, string browser, CancellationToken ct, bool isInvited = false)
    {
        string hash = Secret.HashOf(secret), browserHash = Secret.HashOf(browser);
        await using var db = await databases.CreateDbContextAsync(ct);
        var link = await db.Links.AsNoTracking().FirstOrDefaultAsync(l => l.SecretHash == hash && l.BrowserHash == browserHash, ct);
        return link is not null && await UseUp(db, link, ct) ? await Owner(link, isInvited, ct) : null;
    }

    /// <summary>Uses up the link with such a code among those that this browser asked for.</summary>
    /// <returns>Who is signed in by it; null when the code is wrong, or too many were.</returns>
    /// <remarks>A try is counted before the code is looked at, so that tries at the same moment are no more than others.</remarks>
    public async Task<MemberId?> ByCode(string code, string browser, CancellationToken ct, bool isInvited = false)
    {
        string browserHash = Secret.HashOf(browser), codeHash = AskForLink.CodeHash(code, browser);
        var now = clock.GetCurrentInstant();
        await using var db = await databases.CreateDbContextAsync(ct);
        var open = await db.Links.AsNoTracking().Where(l => l.BrowserHash == browserHash && l.Used == null && l.Until > now && l.WrongCodes < WrongCodes).ToListAsync(ct);
        foreach (var link in open)
        {
            if (await counts.IsReached(Limit.WrongCodesForAddress, link.Address, ct)) continue;
            int counted = await db.Links.Where(l => l.Id == link.Id && l.WrongCodes < WrongCodes).ExecuteUpdateAsync(set => set.SetProperty(l => l.WrongCodes, l => l.WrongCodes + 1), ct);
            if (counted == 0) continue;
            if (link.CodeHash == codeHash) return await UseUp(db, link, ct) ? await Owner(link, isInvited, ct) : null;
            await counts.Try(Limit.WrongCodesForAddress, link.Address, ct);
        }
        return null;
    }

    private async Task<bool> UseUp(AccountsDb db, SignInLink link, CancellationToken ct)
    {
        Instant? now = clock.GetCurrentInstant();
        return await db.Links.Where(l => l.Id == link.Id && l.Used == null && l.Until > now).ExecuteUpdateAsync(set => set.SetProperty(l => l.Used, now), ct) > 0;
    }

    /// <summary>Whose address it is. With an invitation at hand that can still be taken, whoever reads its mail gets an account.</summary>
    private async Task<MemberId?> Owner(SignInLink link, bool isInvited, CancellationToken ct)
    {
        if (!EmailAddress.TryRead(link.Address, out var address)) return null;
        if (await persons.Find(address, ct) is { } person) return new(person.Id);
        if (!isInvited || link.JoinsIn is not { } language) return null;
        var made = new MemberId((await persons.Add(new(NewId.At(clock.GetCurrentInstant())), address, "", language, ct)).Id);
        await audit.Note(AuditKind.AccountMade, new() { By = made, What = "invitation" }, ct);
        return made;
    }
}
