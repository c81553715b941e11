using MediatR;
using Vuosikello.Domain.Rules;

namespace Vuosikello.Commands.Rules;

/// <summary>Carries out <see cref="AddRulesHeading"/>.</summary>
internal sealed class AddRulesHeadingHandler(RulesRunner runner) : IRequestHandler<Send<AddRulesHeading>, Outcome>
{
    public Task<Outcome> Handle(Send<AddRulesHeading> request, CancellationToken cancellationToken) => runner.Run(request, cancellationToken);
}
