using MediatR;
using Vuosikello.Domain.Agreements;

namespace Vuosikello.Commands.Agreements;

/// <summary>Carries out <see cref="EditAgreement"/>.</summary>
internal sealed class EditAgreementHandler(AgreementRunner runner) : IRequestHandler<Send<EditAgreement>, Outcome>
{
    public Task<Outcome> Handle(Send<EditAgreement> request, CancellationToken cancellationToken) => runner.Run(request, cancellationToken);
}
