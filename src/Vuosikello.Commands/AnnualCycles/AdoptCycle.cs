using MediatR;
using Vuosikello.Domain.AnnualCycles;

namespace Vuosikello.Commands.AnnualCycles;

/// <summary>Carries out <see cref="AdoptCycle"/>.</summary>
internal sealed class AdoptCycleHandler(CycleRunner runner) : IRequestHandler<Send<AdoptCycle>, Outcome>
{
    public Task<Outcome> Handle(Send<AdoptCycle> request, CancellationToken cancellationToken) => runner.Run(request, cancellationToken);
}
