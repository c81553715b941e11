using MediatR;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Vuosikello.Commands;
using Vuosikello.Domain.Memberships;
using Vuosikello.Web.Administration;
using Vuosikello.Web.CalendarLinks;
using Vuosikello.Web.SignIn;

namespace Vuosikello.Web.Memberships;

/// <summary>Members, their invitations, and the administrators of the server. See docs/adr/0028-persons-and-standings.md.</summary>
public static class MembershipsRegistration
{
    /// <summary>Adds what the pages and the API need. Called twice it is as if once.</summary>
    public static void AddMemberships(this IServiceCollection services)
    {
        services.TryAddSingleton<INewSecrets, NewSecrets>();
        services.TryAddScoped<NewInvitations>();
        services.TryAddScoped<MemberRights>();
        services.TryAddScoped<MemberPages>();
        services.TryAddScoped<AdministrationPages>();
        services.TryAddScoped<InvitationLetters>();
        services.TryAddScoped<InvitationPages>();
        services.TryAddSingleton<InvitationAtHand>();
        services.TryAddScoped<OpenInvitation>();
        services.TryAddEnumerable(ServiceDescriptor.Transient<IPipelineBehavior<Send<RevokeInvitation>, Outcome>, AfterRevoking>());
        services.TryAddEnumerable(ServiceDescriptor.Transient<IPipelineBehavior<Send<AcceptInvitation>, Outcome>, AfterAccepting>());
    }
}
