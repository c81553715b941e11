using MediatR;
using Vuosikello.Domain.Partnerships;

namespace Vuosikello.Commands.Partnerships;

/// <summary>Carries out <see cref="ConfirmPartnerCard"/>.</summary>
internal sealed class ConfirmPartnerCardHandler(PartnershipRunner runner) : IRequestHandler<Send<ConfirmPartnerCard>, Outcome>
{
    public Task<Outcome> Handle(Send<ConfirmPartnerCard> request, CancellationToken cancellationToken) => runner.Run(request, cancellationToken);
}
