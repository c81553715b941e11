using MediatR;
using Vuosikello.Domain.Partnerships;

namespace Vuosikello.Commands.Partnerships;

/// <summary>Carries out <see cref="BringInPartners"/>.</summary>
internal sealed class BringInPartnersHandler(PartnershipRunner runner) : IRequestHandler<Send<BringInPartners>, Outcome>
{
    public Task<Outcome> Handle(Send<BringInPartners> request, CancellationToken cancellationToken) => runner.Run(request, cancellationToken);
}
