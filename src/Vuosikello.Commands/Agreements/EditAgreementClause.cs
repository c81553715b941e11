using MediatR;
using Vuosikello.Domain.Agreements;

namespace Vuosikello.Commands.Agreements;

/// <summary>Carries out <see cref="EditAgreementClause"/>.</summary>
internal sealed class EditAgreementClauseHandler(AgreementRunner runner) : IRequestHandler<Send<EditAgreementClause>, Outcome>
{
    public Task<Outcome> Handle(Send<EditAgreementClause> request, CancellationToken cancellationToken) => runner.Run(request, cancellationToken);
}
