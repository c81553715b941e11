using MediatR;
using Vuosikello.Domain.AnnualCycles;

namespace Vuosikello.Commands.AnnualCycles;

/// <summary>Carries out <see cref="SetCycleEmphasis"/>.</summary>
internal sealed class SetCycleEmphasisHandler(CycleRunner runner) : IRequestHandler<Send<SetCycleEmphasis>, Outcome>
{
    public Task<Outcome> Handle(Send<SetCycleEmphasis> request, CancellationToken cancellationToken) => runner.Run(request, cancellationToken);
}
