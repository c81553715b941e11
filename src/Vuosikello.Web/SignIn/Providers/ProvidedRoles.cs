using MediatR;
using NodaTime;
using Vuosikello.Accounts.Logins;
using Vuosikello.Commands;
using Vuosikello.Domain;
using Vuosikello.Domain.Memberships;
using Vuosikello.Events;
using Vuosikello.Projections;
using Vuosikello.Projections.Memberships;
using Vuosikello.Web.Composition;

namespace Vuosikello.Web.SignIn.Providers;

/// <summary>
/// Gives and ends roles as a provider's claims say, at each sign-in by it, with ordinary commands of the service. Only what was given so is ended so:
/// a role that a coordinator gave stays, and one that a coordinator ended does not come back as long as the claims say the same. See docs/adr/0031-openid-connect.md.
/// </summary>
public sealed class ProvidedRoles(IMediator mediator, IViews views, IMembershipViews memberships, ProvidedRoleList given, INewIds ids, IClock clock, ILogger<ProvidedRoles> log)
{
    /// <summary>Whether the claims give any role.</summary>
    public static bool GivesAny(SignInProvider provider, ILookup<string, string> claims) => provider.Roles.Any(role => Fits(role, claims));

    public async Task Apply(SignInProvider provider, MemberId member, ILookup<string, string> claims, CancellationToken ct)
    {
        // Who is the chair and a member of one steering group holds one role in it.
        var due = provider.Roles.Where(role => Fits(role, claims)).OrderByDescending(role => role.Role.IsChair).DistinctBy(role => (role.Partnership, role.Role.Role, role.Role.Partner)).ToList();
        var before = await given.Of(member, provider.Issuer, ct);
        Position? last = null;
        foreach (var role in due)
            last = await Give(provider, member, role, before.FirstOrDefault(b => b.Partnership == role.Partnership && role.Role.IsSameAs(b.Role, b.Partner)), ct) ?? last;
        // Too many groups for a token, and it names none of them: that is no loss of any.
        if (!claims.Contains("_claim_names") && !claims.Contains("hasgroups"))
            foreach (var role in before)
                if (!due.Exists(d => d.Partnership == role.Partnership && d.Role.IsSameAs(role.Role, role.Partner))) last = await End(provider.Name, provider.Issuer, member, role, ct) ?? last;
        if (last is { } position) await views.WaitFor(position, ct);
    }

    /// <summary>Ends all that a provider gave to somebody, who is not known by it any more.</summary>
    public async Task EndAll(string issuer, MemberId member, CancellationToken ct)
    {
        Position? last = null;
        foreach (var role in await given.Of(member, issuer, ct)) last = await End(issuer, issuer, member, role, ct) ?? last;
        if (last is { } position) await views.WaitFor(position, ct);
    }

    private static bool Fits(MappedRole role, ILookup<string, string> claims) => claims[role.Claim].Contains(role.Value, StringComparer.Ordinal);

    private HeldRole? Held(MemberId member, PartnershipId partnership, Role role, PartnerId? partner) => memberships.ListOf(partnership)?.Find(member, role, partner);

    private async Task<Position?> Give(SignInProvider provider, MemberId member, MappedRole due, RoleOfProvider? before, CancellationToken ct)
    {
        var (partnership, role) = (due.Partnership, due.Role);
        var held = Held(member, partnership, role.Role, role.Partner);
        // Held, and not by the provider; or given by it, and somebody here has ended it since.
        if (before is null ? held is not null : held is null && before.IsGiven) return null;
        await given.Add(member, provider.Issuer, partnership, role.Role, role.Partner, ct);
        var sent = held?.IsChair == role.IsChair ? null : await Send(provider.Name, new GrantRole(partnership, member, role.Role, role.Partner, role.IsChair), ct);
        if (held is not null || sent is not null) await given.Confirm(member, provider.Issuer, partnership, role.Role, role.Partner, ct);
        return sent;
    }

    private async Task<Position?> End(string provider, string issuer, MemberId member, RoleOfProvider role, CancellationToken ct)
    {
        bool isHeld = Held(member, role.Partnership, role.Role, role.Partner) is not null;
        var ended = isHeld ? await Send(provider, new EndRole(role.Partnership, member, role.Role, role.Partner), ct) : null;
        if (!isHeld || ended is not null) await given.Remove(member, issuer, role.Partnership, role.Role, role.Partner, ct);
        return ended;
    }

    private async Task<Position?> Send<TCommand>(string provider, TCommand command, CancellationToken ct) where TCommand : ICommand
    {
        var outcome = await mediator.Send(new Send<TCommand>(command, new Stamp(new CommandId(ids.Next()), SystemMember.Id, null, clock.GetCurrentInstant())), ct);
        if (outcome is Outcome.Done done) return done.Position;
        // Whoever signs in gets in all the same, with the roles that they have.
        log.LogWarning(
            "{Command} by the roles of the provider {Provider} was not carried out ({Outcome}). See the settings OpenIdConnect:…:Roles; it is tried again when the person signs in.",
            typeof(TCommand).Name, provider, outcome.GetType().Name);
        return null;
    }
}
