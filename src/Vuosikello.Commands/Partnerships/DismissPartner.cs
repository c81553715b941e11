using MediatR;
using Vuosikello.Domain.Partnerships;

namespace Vuosikello.Commands.Partnerships;

/// <summary>Carries out <see cref="DismissPartner"/>.</summary>
internal sealed class DismissPartnerHandler(PartnershipRunner runner) : IRequestHandler<Send<DismissPartner>, Outcome>
{
    public Task<Outcome> Handle(Send<DismissPartner> request, CancellationToken cancellationToken) => runner.Run(request, cancellationToken);
}
