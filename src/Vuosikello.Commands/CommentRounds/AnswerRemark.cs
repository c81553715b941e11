using MediatR;
using Vuosikello.Domain.CommentRounds;

namespace Vuosikello.Commands.CommentRounds;

/// <summary>Carries out <see cref="AnswerRemark"/>.</summary>
internal sealed class AnswerRemarkHandler(RoundRunner runner) : IRequestHandler<Send<AnswerRemark>, Outcome>
{
    public Task<Outcome> Handle(Send<AnswerRemark> request, CancellationToken cancellationToken) => runner.Run(request, cancellationToken);
}
