using MediatR;
using Vuosikello.Domain.Rules;

namespace Vuosikello.Commands.Rules;

/// <summary>Carries out <see cref="RenameRulesHeading"/>.</summary>
internal sealed class RenameRulesHeadingHandler(RulesRunner runner) : IRequestHandler<Send<RenameRulesHeading>, Outcome>
{
    public Task<Outcome> Handle(Send<RenameRulesHeading> request, CancellationToken cancellationToken) => runner.Run(request, cancellationToken);
}
