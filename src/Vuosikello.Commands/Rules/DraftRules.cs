using MediatR;
using Vuosikello.Domain.Rules;

namespace Vuosikello.Commands.Rules;

/// <summary>Carries out <see cref="DraftRules"/>.</summary>
internal sealed class DraftRulesHandler(RulesRunner runner) : IRequestHandler<Send<DraftRules>, Outcome>
{
    public Task<Outcome> Handle(Send<DraftRules> request, CancellationToken cancellationToken) => runner.Run(request, cancellationToken);
}
