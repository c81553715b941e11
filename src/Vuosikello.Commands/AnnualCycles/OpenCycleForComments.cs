using MediatR;
using Vuosikello.Domain.AnnualCycles;

namespace Vuosikello.Commands.AnnualCycles;

/// <summary>Carries out <see cref="OpenCycleForComments"/>.</summary>
internal sealed class OpenCycleForCommentsHandler(CycleRunner runner) : IRequestHandler<Send<OpenCycleForComments>, Outcome>
{
    public Task<Outcome> Handle(Send<OpenCycleForComments> request, CancellationToken cancellationToken) => runner.Run(request, cancellationToken);
}
