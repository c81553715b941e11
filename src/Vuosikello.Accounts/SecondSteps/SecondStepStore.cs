using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Vuosikello.Accounts.Database;
using Vuosikello.Accounts.Limits;
using Vuosikello.Domain;

namespace Vuosikello.Accounts.SecondSteps;

/// <summary>Turns the second step on and off, and checks its codes.</summary>
public sealed class SecondStepStore(IDbContextFactory<AccountsDb> databases, IDataProtectionProvider protection, Counts counts, IClock clock)
{
    /// <summary>How many codes there are for whoever loses the app.</summary>
    public const int RecoveryCodes = 10;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(30);

    private readonly IDataProtector _seal = protection.CreateProtector("Vuosikello.Accounts.SecondSteps");

    /// <summary>A new key, for the app and sealed for the form that turns the step on; nothing is kept until then.</summary>
    /// <param name="member">For whom it is good, for half an hour.</param>
    public (byte[] Key, string Sealed) Offer(MemberId member)
    {
        byte[] key = Totp.NewKey();
        return (key, OfferSeal(member).Protect(Convert.ToBase64String(key), Patience));
    }

    /// <returns>The key of an offer, to show it again; null when it is not good any more, or somebody else's.</returns>
    public byte[]? KeyOf(MemberId member, string offered)
    {
        try
        {
            return Convert.FromBase64String(OfferSeal(member).Unprotect(offered));
        }
        catch (CryptographicException)
        {
            // Too old, or not this person's.
            return null;
        }
    }

    /// <summary>Turns the step on, once a code shows that the app has the key.</summary>
    /// <returns>The recovery codes, which nothing but this answer tells; null when the code is wrong.</returns>
    public async Task<IReadOnlyList<string>?> TurnOn(MemberId member, string offered, string code, CancellationToken ct)
    {
        if (KeyOf(member, offered) is not { } key || StepOf(key, code) is not { } step) return null;
        var codes = Enumerable.Range(0, RecoveryCodes).Select(_ => NewRecoveryCode()).ToList();
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var all = await db.Database.BeginTransactionAsync(ct);
        await Remove(db, member, ct);
        db.SecondSteps.Add(new() { Member = member.Value, Sealed = _seal.Protect(Convert.ToBase64String(key)), LastStep = step, Since = clock.GetCurrentInstant() });
        db.RecoveryCodes.AddRange(codes.Select(recovery => new RecoveryCode { Member = member.Value, Hash = HashOf(member, recovery) }));
        await db.SaveChangesAsync(ct);
        await all.CommitAsync(ct);
        return codes;
    }

    public async Task TurnOff(MemberId member, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        await Remove(db, member, ct);
    }

    public async Task<bool> IsOn(MemberId member, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.SecondSteps.AnyAsync(s => s.Member == member.Value, ct);
    }

    /// <returns>How many recovery codes are left.</returns>
    public async Task<int> CodesLeft(MemberId member, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.RecoveryCodes.CountAsync(c => c.Member == member.Value, ct);
    }

    /// <summary>Checks a code of the app, or a recovery code, and uses it up.</summary>
    /// <remarks>A try is counted before the code is looked at. After <see cref="Limit.SecondStepTries"/> none is looked at for a while.</remarks>
    public async Task<bool> Take(MemberId member, string typed, CancellationToken ct)
    {
        string whom = member.Value.ToString("N");
        if (!await counts.Try(Limit.SecondStepTries, whom, ct)) return false;
        string code = string.Concat(typed.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
        await using var db = await databases.CreateDbContextAsync(ct);
        if (!await TakeCode(db, member, code, ct) && !await TakeRecovery(db, member, code, ct)) return false;
        await counts.Forget(Limit.SecondStepTries, whom, ct);
        return true;
    }

    private async Task<bool> TakeCode(AccountsDb db, MemberId member, string code, CancellationToken ct)
    {
        if (await db.SecondSteps.AsNoTracking().FirstOrDefaultAsync(s => s.Member == member.Value, ct) is not { } there) return false;
        if (StepOf(Convert.FromBase64String(_seal.Unprotect(there.Sealed)), code) is not { } step) return false;
        // In one statement: of two who bring the same code one is let in.
        return await db.SecondSteps.Where(s => s.Member == member.Value && s.LastStep < step).ExecuteUpdateAsync(set => set.SetProperty(s => s.LastStep, step), ct) > 0;
    }

    private static async Task<bool> TakeRecovery(AccountsDb db, MemberId member, string code, CancellationToken ct)
    {
        string hash = HashOf(member, code);
        return await db.RecoveryCodes.Where(c => c.Member == member.Value && c.Hash == hash).ExecuteDeleteAsync(ct) > 0;
    }

    /// <returns>Of which step the code is: now, one before or one after, as clocks differ; null for none of them.</returns>
    private long? StepOf(byte[] key, string typed)
    {
        byte[] code = Encoding.ASCII.GetBytes(string.Concat(typed.Where(char.IsAsciiDigit)));
        long now = Totp.StepAt(clock.GetCurrentInstant());
        for (long step = now - 1; step <= now + 1; step++)
            if (CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Totp.CodeOf(key, step)), code)) return step;
        return null;
    }

    private ITimeLimitedDataProtector OfferSeal(MemberId member) => _seal.CreateProtector("offer", member.Value.ToString("N")).ToTimeLimitedDataProtector();

    // Eighty bits, sixteen characters: too many for whoever has stolen the database to try, and no two persons' can be tried at once.
    private static string NewRecoveryCode() => Totp.Base32(RandomNumberGenerator.GetBytes(10));

    private static string HashOf(MemberId member, string recovery) => Secret.HashOf($"recovery\n{member}\n{recovery}");

    private static async Task Remove(AccountsDb db, MemberId member, CancellationToken ct)
    {
        await db.SecondSteps.Where(s => s.Member == member.Value).ExecuteDeleteAsync(ct);
        await db.RecoveryCodes.Where(c => c.Member == member.Value).ExecuteDeleteAsync(ct);
    }
}
