using MediatR;
using Vuosikello.Domain.Activities;

namespace Vuosikello.Commands.Activities;

/// <summary>Carries out <see cref="EditActivity"/>.</summary>
internal sealed class EditActivityHandler(ActivityRunner runner) : IRequestHandler<Send<EditActivity>, Outcome>
{
    public Task<Outcome> Handle(Send<EditActivity> request, CancellationToken cancellationToken) => runner.Run(request, cancellationToken);
}
