using MediatR;
using Vuosikello.Domain.Agreements;

namespace Vuosikello.Commands.Agreements;

/// <summary>Carries out <see cref="TakeAgreementOutOfRound"/>.</summary>
internal sealed class TakeAgreementOutOfRoundHandler(AgreementRunner runner) : IRequestHandler<Send<TakeAgreementOutOfRound>, Outcome>
{
    public Task<Outcome> Handle(Send<TakeAgreementOutOfRound> request, CancellationToken cancellationToken) => runner.Run(request, cancellationToken);
}
