using MediatR;
using Vuosikello.Domain.Activities;

namespace Vuosikello.Commands.Activities;

/// <summary>Carries out <see cref="MarkActivityHeld"/>.</summary>
internal sealed class MarkActivityHeldHandler(ActivityRunner runner) : IRequestHandler<Send<MarkActivityHeld>, Outcome>
{
    public Task<Outcome> Handle(Send<MarkActivityHeld> request, CancellationToken cancellationToken) => runner.Run(request, cancellationToken);
}
