using MediatR;
using Vuosikello.Domain.Agreements;

namespace Vuosikello.Commands.Agreements;

/// <summary>Carries out <see cref="MoveAgreementClause"/>.</summary>
internal sealed class MoveAgreementClauseHandler(AgreementRunner runner) : IRequestHandler<Send<MoveAgreementClause>, Outcome>
{
    public Task<Outcome> Handle(Send<MoveAgreementClause> request, CancellationToken cancellationToken) => runner.Run(request, cancellationToken);
}
