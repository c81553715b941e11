using MediatR;
using Vuosikello.Domain.Partnerships;

namespace Vuosikello.Commands.Partnerships;

/// <summary>Carries out <see cref="RemoveTheme"/>.</summary>
internal sealed class RemoveThemeHandler(PartnershipRunner runner) : IRequestHandler<Send<RemoveTheme>, Outcome>
{
    public Task<Outcome> Handle(Send<RemoveTheme> request, CancellationToken cancellationToken) => runner.Run(request, cancellationToken);
}
