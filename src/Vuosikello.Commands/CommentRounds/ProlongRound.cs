using MediatR;
using Vuosikello.Domain.CommentRounds;

namespace Vuosikello.Commands.CommentRounds;

/// <summary>Carries out <see cref="ProlongRound"/>.</summary>
internal sealed class ProlongRoundHandler(RoundRunner runner) : IRequestHandler<Send<ProlongRound>, Outcome>
{
    public Task<Outcome> Handle(Send<ProlongRound> request, CancellationToken cancellationToken) => runner.Run(request, cancellationToken);
}
