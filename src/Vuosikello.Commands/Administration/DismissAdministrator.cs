using MediatR;
using Vuosikello.Domain.Administration;

namespace Vuosikello.Commands.Administration;

/// <summary>Carries out <see cref="DismissAdministrator"/>.</summary>
internal sealed class DismissAdministratorHandler(AdministrationRunner runner) : IRequestHandler<Send<DismissAdministrator>, Outcome>
{
    public Task<Outcome> Handle(Send<DismissAdministrator> request, CancellationToken cancellationToken) => runner.Run(request, cancellationToken);
}
