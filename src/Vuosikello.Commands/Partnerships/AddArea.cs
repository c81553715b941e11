using MediatR;
using Vuosikello.Domain.Partnerships;

namespace Vuosikello.Commands.Partnerships;

/// <summary>Carries out <see cref="AddArea"/>.</summary>
internal sealed class AddAreaHandler(PartnershipRunner runner) : IRequestHandler<Send<AddArea>, Outcome>
{
    public Task<Outcome> Handle(Send<AddArea> request, CancellationToken cancellationToken) => runner.Run(request, cancellationToken);
}
