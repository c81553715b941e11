using MediatR;
using Vuosikello.Domain.Agreements;

namespace Vuosikello.Commands.Agreements;

/// <summary>Carries out <see cref="ApproveAgreement"/>.</summary>
internal sealed class ApproveAgreementHandler(AgreementRunner runner) : IRequestHandler<Send<ApproveAgreement>, Outcome>
{
    public Task<Outcome> Handle(Send<ApproveAgreement> request, CancellationToken cancellationToken) => runner.Run(request, cancellationToken);
}
