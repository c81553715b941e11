using MediatR;
using Vuosikello.Domain.Rules;

namespace Vuosikello.Commands.Rules;

/// <summary>Carries out <see cref="ReviseProposal"/>.</summary>
internal sealed class ReviseProposalHandler(RulesRunner runner) : IRequestHandler<Send<ReviseProposal>, Outcome>
{
    public Task<Outcome> Handle(Send<ReviseProposal> request, CancellationToken cancellationToken) => runner.Run(request, cancellationToken);
}
