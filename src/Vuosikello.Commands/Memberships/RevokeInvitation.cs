using MediatR;
using Vuosikello.Domain.Memberships;

namespace Vuosikello.Commands.Memberships;

/// <summary>Carries out <see cref="RevokeInvitation"/>.</summary>
internal sealed class RevokeInvitationHandler(MembershipRunner runner) : IRequestHandler<Send<RevokeInvitation>, Outcome>
{
    public Task<Outcome> Handle(Send<RevokeInvitation> request, CancellationToken cancellationToken) => runner.Run(request, cancellationToken);
}
