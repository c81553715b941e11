using MediatR;
using Vuosikello.Domain.CommentRounds;

namespace Vuosikello.Commands.CommentRounds;

/// <summary>Carries out <see cref="SendStatement"/>.</summary>
internal sealed class SendStatementHandler(RoundRunner runner) : IRequestHandler<Send<SendStatement>, Outcome>
{
    public Task<Outcome> Handle(Send<SendStatement> request, CancellationToken cancellationToken) => runner.Run(request, cancellationToken);
}
