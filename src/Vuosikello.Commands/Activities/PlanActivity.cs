using MediatR;
using Vuosikello.Domain.Activities;

namespace Vuosikello.Commands.Activities;

/// <summary>Carries out <see cref="PlanActivity"/>.</summary>
internal sealed class PlanActivityHandler(ActivityRunner runner) : IRequestHandler<Send<PlanActivity>, Outcome>
{
    public Task<Outcome> Handle(Send<PlanActivity> request, CancellationToken cancellationToken) => runner.Run(request, cancellationToken);
}
