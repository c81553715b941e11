using MediatR;
using Vuosikello.Domain.CommentRounds;

namespace Vuosikello.Commands.CommentRounds;

/// <summary>Carries out <see cref="CancelRound"/>.</summary>
internal sealed class CancelRoundHandler(RoundRunner runner) : IRequestHandler<Send<CancelRound>, Outcome>
{
    public Task<Outcome> Handle(Send<CancelRound> request, CancellationToken cancellationToken) => runner.Run(request, cancellationToken);
}
