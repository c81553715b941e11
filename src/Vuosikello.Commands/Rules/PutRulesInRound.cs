using MediatR;
using Vuosikello.Domain.Rules;

namespace Vuosikello.Commands.Rules;

/// <summary>Carries out <see cref="PutRulesInRound"/>.</summary>
internal sealed class PutRulesInRoundHandler(RulesRunner runner) : IRequestHandler<Send<PutRulesInRound>, Outcome>
{
    public Task<Outcome> Handle(Send<PutRulesInRound> request, CancellationToken cancellationToken) => runner.Run(request, cancellationToken);
}
