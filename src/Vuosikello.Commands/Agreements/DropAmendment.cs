using MediatR;
using Vuosikello.Domain.Agreements;

namespace Vuosikello.Commands.Agreements;

/// <summary>Carries out <see cref="DropAmendment"/>.</summary>
internal sealed class DropAmendmentHandler(AgreementRunner runner) : IRequestHandler<Send<DropAmendment>, Outcome>
{
    public Task<Outcome> Handle(Send<DropAmendment> request, CancellationToken cancellationToken) => runner.Run(request, cancellationToken);
}
