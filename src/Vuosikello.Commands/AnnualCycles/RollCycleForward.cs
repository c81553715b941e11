using MediatR;
using Vuosikello.Domain.AnnualCycles;

namespace Vuosikello.Commands.AnnualCycles;

/// <summary>Carries out <see cref="RollCycleForward"/>.</summary>
internal sealed class RollCycleForwardHandler(CycleRunner runner) : IRequestHandler<Send<RollCycleForward>, Outcome>
{
    public Task<Outcome> Handle(Send<RollCycleForward> request, CancellationToken cancellationToken) => runner.Run(request, cancellationToken, request.Command.FromYear);
}
