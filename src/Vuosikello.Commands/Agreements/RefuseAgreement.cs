using MediatR;
using Vuosikello.Domain.Agreements;

namespace Vuosikello.Commands.Agreements;

/// <summary>Carries out <see cref="RefuseAgreement"/>.</summary>
internal sealed class RefuseAgreementHandler(AgreementRunner runner) : IRequestHandler<Send<RefuseAgreement>, Outcome>
{
    public Task<Outcome> Handle(Send<RefuseAgreement> request, CancellationToken cancellationToken) => runner.Run(request, cancellationToken);
}
