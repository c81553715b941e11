using MediatR;
using Vuosikello.Domain.Partnerships;

namespace Vuosikello.Commands.Partnerships;

/// <summary>Carries out <see cref="DissolveWorkingGroup"/>.</summary>
internal sealed class DissolveWorkingGroupHandler(PartnershipRunner runner) : IRequestHandler<Send<DissolveWorkingGroup>, Outcome>
{
    public Task<Outcome> Handle(Send<DissolveWorkingGroup> request, CancellationToken cancellationToken) => runner.Run(request, cancellationToken);
}
