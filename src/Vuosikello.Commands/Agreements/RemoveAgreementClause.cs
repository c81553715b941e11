using MediatR;
using Vuosikello.Domain.Agreements;

namespace Vuosikello.Commands.Agreements;

/// <summary>Carries out <see cref="RemoveAgreementClause"/>.</summary>
internal sealed class RemoveAgreementClauseHandler(AgreementRunner runner) : IRequestHandler<Send<RemoveAgreementClause>, Outcome>
{
    public Task<Outcome> Handle(Send<RemoveAgreementClause> request, CancellationToken cancellationToken) => runner.Run(request, cancellationToken);
}
