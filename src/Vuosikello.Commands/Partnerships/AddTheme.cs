using MediatR;
using Vuosikello.Domain.Partnerships;

namespace Vuosikello.Commands.Partnerships;

/// <summary>Carries out <see cref="AddTheme"/>.</summary>
internal sealed class AddThemeHandler(PartnershipRunner runner) : IRequestHandler<Send<AddTheme>, Outcome>
{
    public Task<Outcome> Handle(Send<AddTheme> request, CancellationToken cancellationToken) => runner.Run(request, cancellationToken);
}
