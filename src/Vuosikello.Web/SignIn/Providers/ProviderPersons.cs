using Vuosikello.Accounts.Audit;
using Vuosikello.Accounts.Logins;
using Vuosikello.Accounts.Persons;
using Vuosikello.Accounts.Sessions;
using Vuosikello.Domain;
using Vuosikello.Web.Audit;
using Vuosikello.Web.Composition;
using Vuosikello.Web.Languages;
using Vuosikello.Web.Memberships;

namespace Vuosikello.Web.SignIn.Providers;

/// <summary>Finds whose account an identity of a provider signs in to. See docs/adr/0031-openid-connect.md.</summary>
public sealed class ProviderPersons(
    ExternalLogins logins, PersonsStore persons, OpenInvitation invitation, AccountChanges changes, AuditNotes audit, INewIds ids)
{
    /// <exception cref="ProviderFailureException">Nobody here has the identity, or somebody else has.</exception>
    public async Task<MemberId> Find(HttpContext http, SignInProvider provider, ProvenIdentity identity, MemberId? signedIn)
    {
        var ct = http.RequestAborted;
        if (identity.Attempt.LinkTo is { } wanted)
        {
            // Only whoever asked, and is still signed in here.
            if (signedIn?.Value != wanted) throw new ProviderFailureException(ProviderProblem.NotAsked, "whoever wanted to link it is not signed in any more");
            return await Linked(new(wanted), provider, identity, ct);
        }
        if (await logins.Find(provider.Issuer, identity.Subject, ct) is { } known) return known;
        if (AddressOf(provider, identity) is not { } address) throw Unknown();
        if (await persons.Find(address, ct) is { } person) return await Linked(new(person.Id), provider, identity, ct);
        if (!ProvidedRoles.GivesAny(provider, identity.Claims) && !invitation.IsAtHand(http)) throw Unknown();
        string name = PersonName.TryRead(identity.Claims["name"].FirstOrDefault(), out string? called) ? called : "";
        var made = await persons.Add(new(ids.Next()), address, name, LanguageSetup.Current, ct);
        var member = new MemberId(made.Id);
        await audit.Note(AuditKind.AccountMade, Ways.Provider, by: member);
        await Link(member, provider, identity, ct);
        return member;
    }

    /// <summary>Links the identity to an account that was there, whose person is told.</summary>
    private async Task<MemberId> Linked(MemberId member, SignInProvider provider, ProvenIdentity identity, CancellationToken ct)
    {
        await Link(member, provider, identity, ct);
        await changes.Tell(AuditKind.ProviderLinked, member);
        return member;
    }

    private async Task Link(MemberId member, SignInProvider provider, ProvenIdentity identity, CancellationToken ct)
    {
        if (!await logins.Link(member, provider.Issuer, identity.Subject, provider.Label, ct)) throw new ProviderFailureException(ProviderProblem.Taken, "the identity is linked to another account");
    }

    /// <summary>The address, when the provider calls it verified and settings say that it may be believed.</summary>
    private static EmailAddress? AddressOf(SignInProvider provider, ProvenIdentity identity) =>
        provider.TrustsEmail && identity.Claims["email_verified"].FirstOrDefault() == "true" && EmailAddress.TryRead(identity.Claims["email"].FirstOrDefault(), out var address) ? address : null;

    private static ProviderFailureException Unknown() => new(ProviderProblem.Unknown, "nobody here has the identity");
}
