using MediatR;
using Vuosikello.Domain.Rules;

namespace Vuosikello.Commands.Rules;

/// <summary>Carries out <see cref="ProposeChange"/>.</summary>
internal sealed class ProposeChangeHandler(RulesRunner runner) : IRequestHandler<Send<ProposeChange>, Outcome>
{
    public Task<Outcome> Handle(Send<ProposeChange> request, CancellationToken cancellationToken) => runner.Run(request, cancellationToken);
}
