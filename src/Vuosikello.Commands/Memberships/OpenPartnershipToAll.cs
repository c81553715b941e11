using MediatR;
using Vuosikello.Domain.Memberships;

namespace Vuosikello.Commands.Memberships;

/// <summary>Carries out <see cref="OpenPartnershipToAll"/>.</summary>
internal sealed class OpenPartnershipToAllHandler(MembershipRunner runner) : IRequestHandler<Send<OpenPartnershipToAll>, Outcome>
{
    public Task<Outcome> Handle(Send<OpenPartnershipToAll> request, CancellationToken cancellationToken) => runner.Run(request, cancellationToken);
}
