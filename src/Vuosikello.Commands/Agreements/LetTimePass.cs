using MediatR;
using Vuosikello.Domain.Agreements;

namespace Vuosikello.Commands.Agreements;

/// <summary>Carries out <see cref="LetTimePass"/>.</summary>
internal sealed class LetTimePassHandler(AgreementRunner runner) : IRequestHandler<Send<LetTimePass>, Outcome>
{
    public Task<Outcome> Handle(Send<LetTimePass> request, CancellationToken cancellationToken) => runner.Run(request, cancellationToken);
}
