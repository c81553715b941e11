using MediatR;
using Vuosikello.Domain.Agreements;

namespace Vuosikello.Commands.Agreements;

/// <summary>Carries out <see cref="PutAgreementInRound"/>.</summary>
internal sealed class PutAgreementInRoundHandler(AgreementRunner runner) : IRequestHandler<Send<PutAgreementInRound>, Outcome>
{
    public Task<Outcome> Handle(Send<PutAgreementInRound> request, CancellationToken cancellationToken) => runner.Run(request, cancellationToken);
}
