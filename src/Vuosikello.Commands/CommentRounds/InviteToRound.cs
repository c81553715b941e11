using MediatR;
using Vuosikello.Domain.CommentRounds;

namespace Vuosikello.Commands.CommentRounds;

/// <summary>Carries out <see cref="InviteToRound"/>.</summary>
internal sealed class InviteToRoundHandler(RoundRunner runner) : IRequestHandler<Send<InviteToRound>, Outcome>
{
    public Task<Outcome> Handle(Send<InviteToRound> request, CancellationToken cancellationToken) => runner.Run(request, cancellationToken);
}
