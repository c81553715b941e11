using MediatR;
using Vuosikello.Domain.Activities;

namespace Vuosikello.Commands.Activities;

/// <summary>Carries out <see cref="RescheduleActivity"/>.</summary>
internal sealed class RescheduleActivityHandler(ActivityRunner runner) : IRequestHandler<Send<RescheduleActivity>, Outcome>
{
    public Task<Outcome> Handle(Send<RescheduleActivity> request, CancellationToken cancellationToken) => runner.Run(request, cancellationToken);
}
