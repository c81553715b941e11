using MediatR;
using Vuosikello.Domain.Agreements;

namespace Vuosikello.Commands.Agreements;

/// <summary>Carries out <see cref="GiveNotice"/>.</summary>
internal sealed class GiveNoticeHandler(AgreementRunner runner) : IRequestHandler<Send<GiveNotice>, Outcome>
{
    public Task<Outcome> Handle(Send<GiveNotice> request, CancellationToken cancellationToken) => runner.Run(request, cancellationToken);
}
