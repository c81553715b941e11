using MediatR;
using Vuosikello.Domain.Partnerships;

namespace Vuosikello.Commands.Partnerships;

/// <summary>Carries out <see cref="AdmitPartner"/>.</summary>
internal sealed class AdmitPartnerHandler(PartnershipRunner runner) : IRequestHandler<Send<AdmitPartner>, Outcome>
{
    public Task<Outcome> Handle(Send<AdmitPartner> request, CancellationToken cancellationToken) => runner.Run(request, cancellationToken);
}
