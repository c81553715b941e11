using MediatR;
using Vuosikello.Domain.CommentRounds;

namespace Vuosikello.Commands.CommentRounds;

/// <summary>Carries out <see cref="CloseRound"/>.</summary>
internal sealed class CloseRoundHandler(RoundRunner runner) : IRequestHandler<Send<CloseRound>, Outcome>
{
    public Task<Outcome> Handle(Send<CloseRound> request, CancellationToken cancellationToken) => runner.Run(request, cancellationToken);
}
