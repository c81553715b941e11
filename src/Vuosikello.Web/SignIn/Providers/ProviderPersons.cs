using Vuosikello.Accounts.Logins;
using Vuosikello.Accounts.Persons;
using Vuosikello.Domain;
using Vuosikello.Projections.Memberships;
using Vuosikello.Projections.Partnerships;
using Vuosikello.Web.Composition;
using Vuosikello.Web.Languages;
using Vuosikello.Web.Memberships;

namespace Vuosikello.Web.SignIn.Providers;

/// <summary>Finds whose account an identity of a provider signs in to. See docs/adr/0031-openid-connect.md.</summary>
public sealed class ProviderPersons(
    ExternalLogins logins, PersonsStore persons, InvitationAtHand atHand, InvitationPages invitations, IPartnershipViews partnerships, IMembershipViews memberships, INewIds ids)
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
        if (!ProvidedRoles.GivesAny(provider, identity.Claims) && !IsInvited(http)) throw Unknown();
        string name = PersonName.TryRead(identity.Claims["name"].FirstOrDefault(), out string? called) ? called : "";
        var made = await persons.Add(new(ids.Next()), address, name, LanguageSetup.Current, ct);
        return await Linked(new(made.Id), provider, identity, ct);
    }

    private async Task<MemberId> Linked(MemberId member, SignInProvider provider, ProvenIdentity identity, CancellationToken ct) =>
        await logins.Link(member, provider.Issuer, identity.Subject, provider.Label, ct) ? member : throw new ProviderFailureException(ProviderProblem.Taken, "the identity is linked to another account");

    /// <summary>The address, when the provider calls it verified and settings say that it may be believed.</summary>
    private static EmailAddress? AddressOf(SignInProvider provider, ProvenIdentity identity) =>
        provider.TrustsEmail && identity.Claims["email_verified"].FirstOrDefault() == "true" && EmailAddress.TryRead(identity.Claims["email"].FirstOrDefault(), out var address) ? address : null;

    private bool IsInvited(HttpContext http) =>
        atHand.Of(http) is var (id, secret) && partnerships.Find(id) is { } partnership && memberships.Find(id, secret) is { AcceptedBy: null } invitation
        && invitations.Refusal(partnership, invitation) is null;

    private static ProviderFailureException Unknown() => new(ProviderProblem.Unknown, "nobody here has the identity");
}
