using MediatR;
using Vuosikello.Domain.Memberships;

namespace Vuosikello.Commands.Memberships;

/// <summary>Carries out <see cref="GiveUpRole"/>.</summary>
internal sealed class GiveUpRoleHandler(MembershipRunner runner) : IRequestHandler<Send<GiveUpRole>, Outcome>
{
    public Task<Outcome> Handle(Send<GiveUpRole> request, CancellationToken cancellationToken) => runner.Run(request, cancellationToken);
}
