using MediatR;
using Vuosikello.Domain.Rules;

namespace Vuosikello.Commands.Rules;

/// <summary>Carries out <see cref="AddRulesClause"/>.</summary>
internal sealed class AddRulesClauseHandler(RulesRunner runner) : IRequestHandler<Send<AddRulesClause>, Outcome>
{
    public Task<Outcome> Handle(Send<AddRulesClause> request, CancellationToken cancellationToken) => runner.Run(request, cancellationToken);
}
