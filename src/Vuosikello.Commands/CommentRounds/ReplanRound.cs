using MediatR;
using Vuosikello.Domain.CommentRounds;

namespace Vuosikello.Commands.CommentRounds;

/// <summary>Carries out <see cref="ReplanRound"/>.</summary>
internal sealed class ReplanRoundHandler(RoundRunner runner) : IRequestHandler<Send<ReplanRound>, Outcome>
{
    public Task<Outcome> Handle(Send<ReplanRound> request, CancellationToken cancellationToken) => runner.Run(request, cancellationToken);
}
