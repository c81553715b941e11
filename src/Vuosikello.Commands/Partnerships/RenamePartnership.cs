using MediatR;
using Vuosikello.Domain.Partnerships;

namespace Vuosikello.Commands.Partnerships;

/// <summary>Carries out <see cref="RenamePartnership"/>.</summary>
internal sealed class RenamePartnershipHandler(PartnershipRunner runner) : IRequestHandler<Send<RenamePartnership>, Outcome>
{
    public Task<Outcome> Handle(Send<RenamePartnership> request, CancellationToken cancellationToken) => runner.Run(request, cancellationToken);
}
