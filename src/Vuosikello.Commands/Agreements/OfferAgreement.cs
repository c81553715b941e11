using MediatR;
using Vuosikello.Domain.Agreements;

namespace Vuosikello.Commands.Agreements;

/// <summary>Carries out <see cref="OfferAgreement"/>.</summary>
internal sealed class OfferAgreementHandler(AgreementRunner runner) : IRequestHandler<Send<OfferAgreement>, Outcome>
{
    public Task<Outcome> Handle(Send<OfferAgreement> request, CancellationToken cancellationToken) => runner.Run(request, cancellationToken);
}
