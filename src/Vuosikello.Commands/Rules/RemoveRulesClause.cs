using MediatR;
using Vuosikello.Domain.Rules;

namespace Vuosikello.Commands.Rules;

/// <summary>Carries out <see cref="RemoveRulesClause"/>.</summary>
internal sealed class RemoveRulesClauseHandler(RulesRunner runner) : IRequestHandler<Send<RemoveRulesClause>, Outcome>
{
    public Task<Outcome> Handle(Send<RemoveRulesClause> request, CancellationToken cancellationToken) => runner.Run(request, cancellationToken);
}
