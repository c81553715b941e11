using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Vuosikello.Accounts.Persons;
using Vuosikello.Domain;
using Vuosikello.Web.Safety;

namespace Vuosikello.Web.SignIn;

/// <summary>Registers passkeys (W3C Web Authentication) and signs in by them; Identity does the checking.</summary>
public sealed class Passkeys(IPasskeyHandler<Person> handler, UserManager<Person> persons, IDataProtectionProvider protection)
{
    /// <summary>Of one person: more than anybody has devices.</summary>
    public const int Most = 20;

    // What was asked, and with it the challenge, stays in the browser that was asked; one answer takes it away.
    private readonly SealedCookie<string> _asked = new(protection, "vuosikello-passkey", "Vuosikello.Web.SignIn.Passkeys", TimeSpan.FromMinutes(5), "/", SameSiteMode.Strict);

    /// <returns>What the browser is asked to make, as JSON; null for who has too many already, or no account.</returns>
    public async Task<string?> AskToMake(HttpContext http, MemberId member)
    {
        if (await Find(member) is not { } person || (await persons.GetPasskeysAsync(person)).Count >= Most) return null;
        var options = await handler.MakeCreationOptionsAsync(new() { Id = person.Id.ToString("D"), Name = person.Email ?? "", DisplayName = person.Name }, http);
        _asked.Keep(http, options.AttestationState ?? "");
        return options.CreationOptionsJson;
    }

    /// <returns>False when what the browser made does not fit what it was asked for.</returns>
    public async Task<bool> Add(HttpContext http, MemberId member, string credential, string name)
    {
        if (await Find(member) is not { } person) return false;
        var made = await handler.PerformAttestationAsync(new() { HttpContext = http, CredentialJson = credential, AttestationState = _asked.Take(http) });
        if (!made.Succeeded || made.UserEntity.Id != person.Id.ToString("D")) return false;
        made.Passkey.Name = name;
        return (await persons.AddOrUpdatePasskeyAsync(person, made.Passkey)).Succeeded;
    }

    /// <returns>What the browser is asked to prove, as JSON: with whatever passkey it has for this server.</returns>
    public async Task<string> AskToProve(HttpContext http)
    {
        var options = await handler.MakeRequestOptionsAsync(null, http);
        _asked.Keep(http, options.AssertionState ?? "");
        return options.RequestOptionsJson;
    }

    /// <returns>Whose passkey it is; null when it proves nothing.</returns>
    public async Task<MemberId?> Prove(HttpContext http, string credential)
    {
        var proven = await handler.PerformAssertionAsync(new() { HttpContext = http, CredentialJson = credential, AssertionState = _asked.Take(http) });
        if (!proven.Succeeded) return null;
        proven.Passkey.Name ??= (await persons.GetPasskeyAsync(proven.User, proven.Passkey.CredentialId))?.Name;
        // Its counter has moved: a copy of the passkey would fall behind.
        return (await persons.AddOrUpdatePasskeyAsync(proven.User, proven.Passkey)).Succeeded ? new(proven.User.Id) : null;
    }

    public async Task<IReadOnlyList<UserPasskeyInfo>> Of(MemberId member) => await Find(member) is { } person ? [.. await persons.GetPasskeysAsync(person)] : [];

    public async Task Remove(MemberId member, byte[] id)
    {
        if (await Find(member) is { } person) await persons.RemovePasskeyAsync(person, id);
    }

    private Task<Person?> Find(MemberId member) => persons.FindByIdAsync(member.Value.ToString("D"));
}
