using MediatR;
using Vuosikello.Domain.Partnerships;

namespace Vuosikello.Commands.Partnerships;

/// <summary>Carries out <see cref="ChangePartnerCard"/>.</summary>
internal sealed class ChangePartnerCardHandler(PartnershipRunner runner) : IRequestHandler<Send<ChangePartnerCard>, Outcome>
{
    public Task<Outcome> Handle(Send<ChangePartnerCard> request, CancellationToken cancellationToken) => runner.Run(request, cancellationToken);
}
