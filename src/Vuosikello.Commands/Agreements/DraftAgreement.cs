using MediatR;
using Vuosikello.Domain.Agreements;

namespace Vuosikello.Commands.Agreements;

/// <summary>Carries out <see cref="DraftAgreement"/>.</summary>
internal sealed class DraftAgreementHandler(AgreementRunner runner) : IRequestHandler<Send<DraftAgreement>, Outcome>
{
    public Task<Outcome> Handle(Send<DraftAgreement> request, CancellationToken cancellationToken) => runner.Run(request, cancellationToken);
}
