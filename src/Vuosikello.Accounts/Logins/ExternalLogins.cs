using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Vuosikello.Accounts.Database;
using Vuosikello.Domain;

namespace Vuosikello.Accounts.Logins;

/// <summary>Somebody's identity at a provider of sign-ins, as it is kept.</summary>
/// <param name="Issuer">The provider (OpenID Connect Core 1.0 section 2, <c>iss</c>).</param>
/// <param name="Key">By which it is found: a hash of what the provider calls the person.</param>
/// <param name="Label">What the provider was called when it was linked.</param>
public sealed record ExternalLogin(string Issuer, string Key, string Label);

/// <summary>Which identities at providers are whose: Identity's external logins. A person is known by issuer and subject, never by an address.</summary>
public sealed class ExternalLogins(IDbContextFactory<AccountsDb> databases)
{
    /// <summary>In characters: what Identity keeps of a provider's name.</summary>
    public const int LongestIssuer = 128;

    /// <returns>Null for an identity that nobody here has.</returns>
    public async Task<MemberId?> Find(string issuer, string subject, CancellationToken ct)
    {
        string key = Secret.HashOf(subject);
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.UserLogins.Where(l => l.LoginProvider == issuer && l.ProviderKey == key).Select(l => (Guid?)l.UserId).FirstOrDefaultAsync(ct) is { } id ? new MemberId(id) : null;
    }

    /// <summary>Links an identity to a person.</summary>
    /// <returns>False when it is somebody else's already.</returns>
    public async Task<bool> Link(MemberId member, string issuer, string subject, string label, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        db.UserLogins.Add(new IdentityUserLogin<Guid> { LoginProvider = issuer, ProviderKey = Secret.HashOf(subject), ProviderDisplayName = label, UserId = member.Value });
        try
        {
            await db.SaveChangesAsync(ct);
            return true;
        }
        catch (DbUpdateException e)
        {
            // Somebody has it already: whoever it is.
            return await Find(issuer, subject, ct) is { } owner ? owner == member : throw new InvalidOperationException("The identity could not be linked.", e);
        }
    }

    public async Task<IReadOnlyList<ExternalLogin>> Of(MemberId member, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.UserLogins.Where(l => l.UserId == member.Value).OrderBy(l => l.LoginProvider)
            .Select(l => new ExternalLogin(l.LoginProvider, l.ProviderKey, l.ProviderDisplayName ?? "")).ToListAsync(ct);
    }

    /// <returns>False when it was not linked.</returns>
    public async Task<bool> Unlink(MemberId member, string issuer, string key, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.UserLogins.Where(l => l.UserId == member.Value && l.LoginProvider == issuer && l.ProviderKey == key).ExecuteDeleteAsync(ct) > 0;
    }
}
