using MediatR;
using Vuosikello.Domain.Rules;

namespace Vuosikello.Commands.Rules;

/// <summary>Carries out <see cref="RemoveRulesHeading"/>.</summary>
internal sealed class RemoveRulesHeadingHandler(RulesRunner runner) : IRequestHandler<Send<RemoveRulesHeading>, Outcome>
{
    public Task<Outcome> Handle(Send<RemoveRulesHeading> request, CancellationToken cancellationToken) => runner.Run(request, cancellationToken);
}
