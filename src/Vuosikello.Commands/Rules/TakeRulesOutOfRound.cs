using MediatR;
using Vuosikello.Domain.Rules;

namespace Vuosikello.Commands.Rules;

/// <summary>Carries out <see cref="TakeRulesOutOfRound"/>.</summary>
internal sealed class TakeRulesOutOfRoundHandler(RulesRunner runner) : IRequestHandler<Send<TakeRulesOutOfRound>, Outcome>
{
    public Task<Outcome> Handle(Send<TakeRulesOutOfRound> request, CancellationToken cancellationToken) => runner.Run(request, cancellationToken);
}
