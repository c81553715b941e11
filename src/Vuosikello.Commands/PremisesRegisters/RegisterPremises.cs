using MediatR;
using Vuosikello.Domain.PremisesRegisters;

namespace Vuosikello.Commands.PremisesRegisters;

/// <summary>Carries out <see cref="RegisterPremises"/>.</summary>
internal sealed class RegisterPremisesHandler(PremisesRunner runner) : IRequestHandler<Send<RegisterPremises>, Outcome>
{
    public Task<Outcome> Handle(Send<RegisterPremises> request, CancellationToken cancellationToken) => runner.Run(request, cancellationToken);
}
