using MediatR;
using Vuosikello.Domain.Partnerships;

namespace Vuosikello.Commands.Partnerships;

/// <summary>Carries out <see cref="RenameTheme"/>.</summary>
internal sealed class RenameThemeHandler(PartnershipRunner runner) : IRequestHandler<Send<RenameTheme>, Outcome>
{
    public Task<Outcome> Handle(Send<RenameTheme> request, CancellationToken cancellationToken) => runner.Run(request, cancellationToken);
}
