using MediatR;
using Vuosikello.Domain.Memberships;

namespace Vuosikello.Commands.Memberships;

/// <summary>Carries out <see cref="EndRole"/>.</summary>
internal sealed class EndRoleHandler(MembershipRunner runner) : IRequestHandler<Send<EndRole>, Outcome>
{
    public Task<Outcome> Handle(Send<EndRole> request, CancellationToken cancellationToken) => runner.Run(request, cancellationToken);
}
