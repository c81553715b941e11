using MediatR;
using Vuosikello.Domain.Activities;

namespace Vuosikello.Commands.Activities;

/// <summary>Carries out <see cref="ReturnActivityToProposal"/>.</summary>
internal sealed class ReturnActivityToProposalHandler(ActivityRunner runner) : IRequestHandler<Send<ReturnActivityToProposal>, Outcome>
{
    public Task<Outcome> Handle(Send<ReturnActivityToProposal> request, CancellationToken cancellationToken) => runner.Run(request, cancellationToken);
}
