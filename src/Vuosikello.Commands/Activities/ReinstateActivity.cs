using MediatR;
using Vuosikello.Domain.Activities;

namespace Vuosikello.Commands.Activities;

/// <summary>Carries out <see cref="ReinstateActivity"/>.</summary>
internal sealed class ReinstateActivityHandler(ActivityRunner runner) : IRequestHandler<Send<ReinstateActivity>, Outcome>
{
    public Task<Outcome> Handle(Send<ReinstateActivity> request, CancellationToken cancellationToken) => runner.Run(request, cancellationToken);
}
