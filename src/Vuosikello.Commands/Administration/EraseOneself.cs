using MediatR;
using Vuosikello.Domain.Administration;

namespace Vuosikello.Commands.Administration;

/// <summary>Carries out <see cref="EraseOneself"/>.</summary>
internal sealed class EraseOneselfHandler(AdministrationRunner runner) : IRequestHandler<Send<EraseOneself>, Outcome>
{
    public Task<Outcome> Handle(Send<EraseOneself> request, CancellationToken cancellationToken) => runner.Run(request, cancellationToken);
}
