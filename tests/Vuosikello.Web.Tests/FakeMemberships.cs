using Microsoft.Extensions.DependencyInjection;
using Vuosikello.Commands;
using Vuosikello.Domain;
using Vuosikello.Domain.Administration;
using Vuosikello.Domain.Memberships;
using Vuosikello.Projections.Memberships;

namespace Vuosikello.Web.Tests;

/// <summary>Roles that a test makes up instead of granting them: the same for the pipeline and for the pages.</summary>
public abstract class FakeMemberships : IMemberships, IMembershipViews
{
    public abstract IReadOnlyList<Membership> Of(MemberId member, PartnershipId partnership);

    public bool IsAdministrator(MemberId member) => Of(member, default).Any(m => m.Role == Role.Administrator);

    IReadOnlyList<Membership> IMembershipViews.Of(MemberId member) => [];

    MemberList? IMembershipViews.ListOf(PartnershipId partnership) => null;

    ValueList<Administrator> IMembershipViews.Administrators => [];

    ValueTask<IReadOnlyList<Membership>> IMemberships.Of(MemberId member, PartnershipId partnership, CancellationToken ct) => ValueTask.FromResult(Of(member, partnership));

    ValueTask<bool> IMemberships.IsAdministrator(MemberId member, CancellationToken ct) => ValueTask.FromResult(IsAdministrator(member));
}

/// <summary>Everybody is the public, and everything is public.</summary>
public sealed class NobodysRoles : FakeMemberships
{
    public override IReadOnlyList<Membership> Of(MemberId member, PartnershipId partnership) => [];
}

public static class FakeMembershipsRegistration
{
    public static void AddFake(this IServiceCollection services, Func<IServiceProvider, FakeMemberships> fake)
    {
        services.AddSingleton<IMemberships>(fake);
        services.AddSingleton<IMembershipViews>(fake);
    }
}
