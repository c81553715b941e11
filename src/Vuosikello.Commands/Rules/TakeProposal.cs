using MediatR;
using Vuosikello.Domain.Rules;

namespace Vuosikello.Commands.Rules;

/// <summary>Carries out <see cref="TakeProposal"/>.</summary>
internal sealed class TakeProposalHandler(RulesRunner runner) : IRequestHandler<Send<TakeProposal>, Outcome>
{
    public Task<Outcome> Handle(Send<TakeProposal> request, CancellationToken cancellationToken) => runner.Run(request, cancellationToken);
}
