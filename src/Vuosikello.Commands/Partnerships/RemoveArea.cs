using MediatR;
using Vuosikello.Domain.Partnerships;

namespace Vuosikello.Commands.Partnerships;

/// <summary>Carries out <see cref="RemoveArea"/>.</summary>
internal sealed class RemoveAreaHandler(PartnershipRunner runner) : IRequestHandler<Send<RemoveArea>, Outcome>
{
    public Task<Outcome> Handle(Send<RemoveArea> request, CancellationToken cancellationToken) => runner.Run(request, cancellationToken);
}
