using MediatR;
using Vuosikello.Domain.Agreements;

namespace Vuosikello.Commands.Agreements;

/// <summary>Carries out <see cref="AmendAgreement"/>.</summary>
internal sealed class AmendAgreementHandler(AgreementRunner runner) : IRequestHandler<Send<AmendAgreement>, Outcome>
{
    public Task<Outcome> Handle(Send<AmendAgreement> request, CancellationToken cancellationToken) => runner.Run(request, cancellationToken);
}
