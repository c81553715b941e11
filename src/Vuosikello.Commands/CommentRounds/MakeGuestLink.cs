using MediatR;
using Vuosikello.Domain.CommentRounds;

namespace Vuosikello.Commands.CommentRounds;

/// <summary>Carries out <see cref="MakeGuestLink"/>.</summary>
internal sealed class MakeGuestLinkHandler(RoundRunner runner) : IRequestHandler<Send<MakeGuestLink>, Outcome>
{
    public Task<Outcome> Handle(Send<MakeGuestLink> request, CancellationToken cancellationToken) => runner.Run(request, cancellationToken);
}
