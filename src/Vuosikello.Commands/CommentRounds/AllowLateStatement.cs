using MediatR;
using Vuosikello.Domain.CommentRounds;

namespace Vuosikello.Commands.CommentRounds;

/// <summary>Carries out <see cref="AllowLateStatement"/>.</summary>
internal sealed class AllowLateStatementHandler(RoundRunner runner) : IRequestHandler<Send<AllowLateStatement>, Outcome>
{
    public Task<Outcome> Handle(Send<AllowLateStatement> request, CancellationToken cancellationToken) => runner.Run(request, cancellationToken);
}
