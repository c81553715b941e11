using MediatR;
using Vuosikello.Domain.Memberships;

namespace Vuosikello.Commands.Memberships;

/// <summary>Carries out <see cref="InviteMember"/>.</summary>
internal sealed class InviteMemberHandler(MembershipRunner runner) : IRequestHandler<Send<InviteMember>, Outcome>
{
    public Task<Outcome> Handle(Send<InviteMember> request, CancellationToken cancellationToken) => runner.Run(request, cancellationToken);
}
