using MediatR;
using Vuosikello.Domain.AnnualCycles;

namespace Vuosikello.Commands.AnnualCycles;

/// <summary>Carries out <see cref="ReopenCycle"/>.</summary>
internal sealed class ReopenCycleHandler(CycleRunner runner) : IRequestHandler<Send<ReopenCycle>, Outcome>
{
    public Task<Outcome> Handle(Send<ReopenCycle> request, CancellationToken cancellationToken) => runner.Run(request, cancellationToken);
}
