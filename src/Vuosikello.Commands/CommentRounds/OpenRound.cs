using MediatR;
using Vuosikello.Domain.CommentRounds;

namespace Vuosikello.Commands.CommentRounds;

/// <summary>Carries out <see cref="OpenRound"/>.</summary>
internal sealed class OpenRoundHandler(RoundRunner runner) : IRequestHandler<Send<OpenRound>, Outcome>
{
    public Task<Outcome> Handle(Send<OpenRound> request, CancellationToken cancellationToken) => runner.Run(request, cancellationToken);
}
