using MediatR;
using Vuosikello.Domain.CommentRounds;

namespace Vuosikello.Commands.CommentRounds;

/// <summary>Carries out <see cref="PlanRound"/>.</summary>
internal sealed class PlanRoundHandler(RoundRunner runner) : IRequestHandler<Send<PlanRound>, Outcome>
{
    public Task<Outcome> Handle(Send<PlanRound> request, CancellationToken cancellationToken) => runner.Run(request, cancellationToken);
}
