using MediatR;
using Vuosikello.Domain.Activities;

namespace Vuosikello.Commands.Activities;

/// <summary>Carries out <see cref="CancelActivity"/>.</summary>
internal sealed class CancelActivityHandler(ActivityRunner runner) : IRequestHandler<Send<CancelActivity>, Outcome>
{
    public Task<Outcome> Handle(Send<CancelActivity> request, CancellationToken cancellationToken) => runner.Run(request, cancellationToken);
}
