using MediatR;
using Vuosikello.Domain.PremisesRegisters;

namespace Vuosikello.Commands.PremisesRegisters;

/// <summary>Carries out <see cref="ChangePremises"/>.</summary>
internal sealed class ChangePremisesHandler(PremisesRunner runner) : IRequestHandler<Send<ChangePremises>, Outcome>
{
    public Task<Outcome> Handle(Send<ChangePremises> request, CancellationToken cancellationToken) => runner.Run(request, cancellationToken);
}
