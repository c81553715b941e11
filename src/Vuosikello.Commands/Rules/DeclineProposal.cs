using MediatR;
using Vuosikello.Domain.Rules;

namespace Vuosikello.Commands.Rules;

/// <summary>Carries out <see cref="DeclineProposal"/>.</summary>
internal sealed class DeclineProposalHandler(RulesRunner runner) : IRequestHandler<Send<DeclineProposal>, Outcome>
{
    public Task<Outcome> Handle(Send<DeclineProposal> request, CancellationToken cancellationToken) => runner.Run(request, cancellationToken);
}
