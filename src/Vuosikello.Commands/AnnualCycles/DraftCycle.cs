using MediatR;
using Vuosikello.Domain.AnnualCycles;

namespace Vuosikello.Commands.AnnualCycles;

/// <summary>Carries out <see cref="DraftCycle"/>.</summary>
internal sealed class DraftCycleHandler(CycleRunner runner) : IRequestHandler<Send<DraftCycle>, Outcome>
{
    public Task<Outcome> Handle(Send<DraftCycle> request, CancellationToken cancellationToken) => runner.Run(request, cancellationToken);
}
