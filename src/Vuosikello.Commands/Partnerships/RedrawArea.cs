using MediatR;
using Vuosikello.Domain.Partnerships;

namespace Vuosikello.Commands.Partnerships;

/// <summary>Carries out <see cref="RedrawArea"/>.</summary>
internal sealed class RedrawAreaHandler(PartnershipRunner runner) : IRequestHandler<Send<RedrawArea>, Outcome>
{
    public Task<Outcome> Handle(Send<RedrawArea> request, CancellationToken cancellationToken) => runner.Run(request, cancellationToken);
}
