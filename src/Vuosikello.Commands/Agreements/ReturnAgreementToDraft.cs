using MediatR;
using Vuosikello.Domain.Agreements;

namespace Vuosikello.Commands.Agreements;

/// <summary>Carries out <see cref="ReturnAgreementToDraft"/>.</summary>
internal sealed class ReturnAgreementToDraftHandler(AgreementRunner runner) : IRequestHandler<Send<ReturnAgreementToDraft>, Outcome>
{
    public Task<Outcome> Handle(Send<ReturnAgreementToDraft> request, CancellationToken cancellationToken) => runner.Run(request, cancellationToken);
}
