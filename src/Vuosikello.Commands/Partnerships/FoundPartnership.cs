using MediatR;
using Vuosikello.Domain.Partnerships;

namespace Vuosikello.Commands.Partnerships;

/// <summary>Carries out <see cref="FoundPartnership"/>.</summary>
internal sealed class FoundPartnershipHandler(PartnershipRunner runner) : IRequestHandler<Send<FoundPartnership>, Outcome>
{
    public Task<Outcome> Handle(Send<FoundPartnership> request, CancellationToken cancellationToken) => runner.Run(request, cancellationToken);
}
