using MediatR;
using Vuosikello.Domain.Rules;

namespace Vuosikello.Commands.Rules;

/// <summary>Carries out <see cref="AdoptRules"/>.</summary>
internal sealed class AdoptRulesHandler(RulesRunner runner) : IRequestHandler<Send<AdoptRules>, Outcome>
{
    public Task<Outcome> Handle(Send<AdoptRules> request, CancellationToken cancellationToken) => runner.Run(request, cancellationToken);
}
