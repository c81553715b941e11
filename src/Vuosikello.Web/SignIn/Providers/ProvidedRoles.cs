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
/// a role that a coordinator gave stays. See docs/adr/0031-openid-connect.md.
/// </summary>
public sealed class ProvidedRoles(IMediator mediator, IViews views, IMembershipViews memberships, ProvidedRoleList given, INewIds ids, IClock clock, ILogger<ProvidedRoles> log)
{
    /// <summary>Whether the claims give any role.</summary>
    public static bool GivesAny(SignInProvider provider, ILookup<string, string> claims) => provider.Roles.Any(role => Fits(role, claims));

    public async Task Apply(SignInProvider provider, MemberId member, ILookup<string, string> claims, CancellationToken ct)
    {
        var due = provider.Roles.Where(role => Fits(role, claims)).ToList();
        Position? last = null;
        foreach (var role in due)
            if (memberships.ListOf(role.Partnership)?.Find(member, role.Role.Role, role.Role.Partner) is null) last = await Give(provider, member, role, ct) ?? last;
        // Too many groups for a token, and it names none of them: that is no loss of any.
        if (!claims.Contains("_claim_names") && !claims.Contains("hasgroups"))
            foreach (var (partnership, role, partner) in await given.Of(member, provider.Issuer, ct))
                if (!due.Exists(d => d.Partnership == partnership && d.Role.IsSameAs(role, partner))) last = await End(provider, member, partnership, role, partner, ct) ?? last;
        if (last is { } position) await views.WaitFor(position, ct);
    }

    private static bool Fits(MappedRole role, ILookup<string, string> claims) => claims[role.Claim].Contains(role.Value, StringComparer.Ordinal);

    private async Task<Position?> Give(SignInProvider provider, MemberId member, MappedRole role, CancellationToken ct)
    {
        await given.Add(member, provider.Issuer, role.Partnership, role.Role.Role, role.Role.Partner, ct);
        return await Send(provider, new GrantRole(role.Partnership, member, role.Role.Role, role.Role.Partner, role.Role.IsChair), ct);
    }

    private async Task<Position?> End(SignInProvider provider, MemberId member, PartnershipId partnership, Role role, PartnerId? partner, CancellationToken ct)
    {
        var ended = await Send(provider, new EndRole(partnership, member, role, partner), ct);
        if (ended is not null) await given.Remove(member, provider.Issuer, partnership, role, partner, ct);
        return ended;
    }

    private async Task<Position?> Send<TCommand>(SignInProvider provider, TCommand command, CancellationToken ct) where TCommand : ICommand
    {
        var outcome = await mediator.Send(new Send<TCommand>(command, new Stamp(new CommandId(ids.Next()), SystemMember.Id, null, clock.GetCurrentInstant())), ct);
        if (outcome is Outcome.Done done) return done.Position;
        // Whoever signs in gets in all the same, with the roles that they have.
        log.LogWarning(
            "{Command} by the roles of the provider {Provider} was not carried out ({Outcome}). See the settings OpenIdConnect:{Provider}:Roles; it is tried again when the person signs in.",
            typeof(TCommand).Name, provider.Name, outcome.GetType().Name, provider.Name);
        return null;
    }
}
