using MediatR;
using Vuosikello.Domain.Rules;

namespace Vuosikello.Commands.Rules;

/// <summary>Carries out <see cref="WithdrawProposal"/>.</summary>
internal sealed class WithdrawProposalHandler(RulesRunner runner) : IRequestHandler<Send<WithdrawProposal>, Outcome>
{
    public Task<Outcome> Handle(Send<WithdrawProposal> request, CancellationToken cancellationToken) => runner.Run(request, cancellationToken);
}
