using MediatR;
using Vuosikello.Domain.Agreements;

namespace Vuosikello.Commands.Agreements;

/// <summary>Carries out <see cref="WithdrawAgreementSignature"/>.</summary>
internal sealed class WithdrawAgreementSignatureHandler(AgreementRunner runner) : IRequestHandler<Send<WithdrawAgreementSignature>, Outcome>
{
    public Task<Outcome> Handle(Send<WithdrawAgreementSignature> request, CancellationToken cancellationToken) => runner.Run(request, cancellationToken);
}
