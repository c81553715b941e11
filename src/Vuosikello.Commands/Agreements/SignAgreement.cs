using MediatR;
using Vuosikello.Domain.Agreements;

namespace Vuosikello.Commands.Agreements;

/// <summary>Carries out <see cref="SignAgreement"/>.</summary>
internal sealed class SignAgreementHandler(AgreementRunner runner) : IRequestHandler<Send<SignAgreement>, Outcome>
{
    public Task<Outcome> Handle(Send<SignAgreement> request, CancellationToken cancellationToken) => runner.Run(request, cancellationToken);
}
