using MediatR;
using Vuosikello.Domain.PremisesRegisters;

namespace Vuosikello.Commands.PremisesRegisters;

/// <summary>Carries out <see cref="WithdrawPremises"/>.</summary>
internal sealed class WithdrawPremisesHandler(PremisesRunner runner) : IRequestHandler<Send<WithdrawPremises>, Outcome>
{
    public Task<Outcome> Handle(Send<WithdrawPremises> request, CancellationToken cancellationToken) => runner.Run(request, cancellationToken);
}
