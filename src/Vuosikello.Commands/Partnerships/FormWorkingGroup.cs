using MediatR;
using Vuosikello.Domain.Partnerships;

namespace Vuosikello.Commands.Partnerships;

/// <summary>Carries out <see cref="FormWorkingGroup"/>.</summary>
internal sealed class FormWorkingGroupHandler(PartnershipRunner runner) : IRequestHandler<Send<FormWorkingGroup>, Outcome>
{
    public Task<Outcome> Handle(Send<FormWorkingGroup> request, CancellationToken cancellationToken) => runner.Run(request, cancellationToken);
}
