using MediatR;
using Vuosikello.Domain.Agreements;

namespace Vuosikello.Commands.Agreements;

/// <summary>Carries out <see cref="AddAgreementClause"/>.</summary>
internal sealed class AddAgreementClauseHandler(AgreementRunner runner) : IRequestHandler<Send<AddAgreementClause>, Outcome>
{
    public Task<Outcome> Handle(Send<AddAgreementClause> request, CancellationToken cancellationToken) => runner.Run(request, cancellationToken);
}
