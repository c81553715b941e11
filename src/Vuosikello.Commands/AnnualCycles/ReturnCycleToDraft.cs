using MediatR;
using Vuosikello.Domain.AnnualCycles;

namespace Vuosikello.Commands.AnnualCycles;

/// <summary>Carries out <see cref="ReturnCycleToDraft"/>.</summary>
internal sealed class ReturnCycleToDraftHandler(CycleRunner runner) : IRequestHandler<Send<ReturnCycleToDraft>, Outcome>
{
    public Task<Outcome> Handle(Send<ReturnCycleToDraft> request, CancellationToken cancellationToken) => runner.Run(request, cancellationToken);
}
