using MediatR;
using Vuosikello.Domain.Partnerships;

namespace Vuosikello.Commands.Partnerships;

/// <summary>Carries out <see cref="AskPartnersToConfirm"/>.</summary>
internal sealed class AskPartnersToConfirmHandler(PartnershipRunner runner) : IRequestHandler<Send<AskPartnersToConfirm>, Outcome>
{
    public Task<Outcome> Handle(Send<AskPartnersToConfirm> request, CancellationToken cancellationToken) => runner.Run(request, cancellationToken);
}
