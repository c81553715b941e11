using MediatR;
using Vuosikello.Domain.AnnualCycles;

namespace Vuosikello.Commands.AnnualCycles;

/// <summary>Carries out <see cref="CloseCycle"/>.</summary>
internal sealed class CloseCycleHandler(CycleRunner runner) : IRequestHandler<Send<CloseCycle>, Outcome>
{
    public Task<Outcome> Handle(Send<CloseCycle> request, CancellationToken cancellationToken) => runner.Run(request, cancellationToken);
}
