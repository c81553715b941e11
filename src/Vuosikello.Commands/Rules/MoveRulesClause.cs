using MediatR;
using Vuosikello.Domain.Rules;

namespace Vuosikello.Commands.Rules;

/// <summary>Carries out <see cref="MoveRulesClause"/>.</summary>
internal sealed class MoveRulesClauseHandler(RulesRunner runner) : IRequestHandler<Send<MoveRulesClause>, Outcome>
{
    public Task<Outcome> Handle(Send<MoveRulesClause> request, CancellationToken cancellationToken) => runner.Run(request, cancellationToken);
}
