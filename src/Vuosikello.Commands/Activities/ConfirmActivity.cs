using MediatR;
using Vuosikello.Domain.Activities;

namespace Vuosikello.Commands.Activities;

/// <summary>Carries out <see cref="ConfirmActivity"/>.</summary>
internal sealed class ConfirmActivityHandler(ActivityRunner runner) : IRequestHandler<Send<ConfirmActivity>, Outcome>
{
    public Task<Outcome> Handle(Send<ConfirmActivity> request, CancellationToken cancellationToken) => runner.Run(request, cancellationToken);
}
