using MediatR;
using Vuosikello.Domain.CommentRounds;

namespace Vuosikello.Commands.CommentRounds;

/// <summary>Carries out <see cref="DraftStatement"/>.</summary>
internal sealed class DraftStatementHandler(RoundRunner runner) : IRequestHandler<Send<DraftStatement>, Outcome>
{
    public Task<Outcome> Handle(Send<DraftStatement> request, CancellationToken cancellationToken) => runner.Run(request, cancellationToken);
}
