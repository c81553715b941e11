using MediatR;
using Vuosikello.Domain.Activities;

namespace Vuosikello.Commands.Activities;

/// <summary>Carries out <see cref="RevokeActivityHolding"/>.</summary>
internal sealed class RevokeActivityHoldingHandler(ActivityRunner runner) : IRequestHandler<Send<RevokeActivityHolding>, Outcome>
{
    public Task<Outcome> Handle(Send<RevokeActivityHolding> request, CancellationToken cancellationToken) => runner.Run(request, cancellationToken);
}
