using MediatR;
using Vuosikello.Domain.CommentRounds;

namespace Vuosikello.Commands.CommentRounds;

/// <summary>Carries out <see cref="RevokeGuestLink"/>.</summary>
internal sealed class RevokeGuestLinkHandler(RoundRunner runner) : IRequestHandler<Send<RevokeGuestLink>, Outcome>
{
    public Task<Outcome> Handle(Send<RevokeGuestLink> request, CancellationToken cancellationToken) => runner.Run(request, cancellationToken);
}
