using MediatR;
using Vuosikello.Domain.CommentRounds;

namespace Vuosikello.Commands.CommentRounds;

/// <summary>Carries out <see cref="RemindInvited"/>.</summary>
internal sealed class RemindInvitedHandler(RoundRunner runner) : IRequestHandler<Send<RemindInvited>, Outcome>
{
    public Task<Outcome> Handle(Send<RemindInvited> request, CancellationToken cancellationToken) => runner.Run(request, cancellationToken);
}
