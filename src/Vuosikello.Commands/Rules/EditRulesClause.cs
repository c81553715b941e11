using MediatR;
using Vuosikello.Domain.Rules;

namespace Vuosikello.Commands.Rules;

/// <summary>Carries out <see cref="EditRulesClause"/>.</summary>
internal sealed class EditRulesClauseHandler(RulesRunner runner) : IRequestHandler<Send<EditRulesClause>, Outcome>
{
    public Task<Outcome> Handle(Send<EditRulesClause> request, CancellationToken cancellationToken) => runner.Run(request, cancellationToken);
}
