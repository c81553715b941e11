using MediatR;
using Vuosikello.Domain.Memberships;

namespace Vuosikello.Commands.Memberships;

/// <summary>Carries out <see cref="GrantRole"/>.</summary>
internal sealed class GrantRoleHandler(MembershipRunner runner) : IRequestHandler<Send<GrantRole>, Outcome>
{
    public Task<Outcome> Handle(Send<GrantRole> request, CancellationToken cancellationToken) => runner.Run(request, cancellationToken);
}
