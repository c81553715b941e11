using MediatR;
using Vuosikello.Domain.Partnerships;

namespace Vuosikello.Commands.Partnerships;

/// <summary>Carries out <see cref="ChangeWorkingGroup"/>.</summary>
internal sealed class ChangeWorkingGroupHandler(PartnershipRunner runner) : IRequestHandler<Send<ChangeWorkingGroup>, Outcome>
{
    public Task<Outcome> Handle(Send<ChangeWorkingGroup> request, CancellationToken cancellationToken) => runner.Run(request, cancellationToken);
}
