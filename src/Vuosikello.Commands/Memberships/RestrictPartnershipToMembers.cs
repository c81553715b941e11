using MediatR;
using Vuosikello.Domain.Memberships;

namespace Vuosikello.Commands.Memberships;

/// <summary>Carries out <see cref="RestrictPartnershipToMembers"/>.</summary>
internal sealed class RestrictPartnershipToMembersHandler(MembershipRunner runner) : IRequestHandler<Send<RestrictPartnershipToMembers>, Outcome>
{
    public Task<Outcome> Handle(Send<RestrictPartnershipToMembers> request, CancellationToken cancellationToken) => runner.Run(request, cancellationToken);
}
