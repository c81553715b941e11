using MediatR;
using Vuosikello.Domain.Memberships;

namespace Vuosikello.Commands.Memberships;

/// <summary>Carries out <see cref="AcceptInvitation"/>.</summary>
internal sealed class AcceptInvitationHandler(MembershipRunner runner) : IRequestHandler<Send<AcceptInvitation>, Outcome>
{
    public Task<Outcome> Handle(Send<AcceptInvitation> request, CancellationToken cancellationToken) => runner.Run(request, cancellationToken);
}
