using MediatR;
using Vuosikello.Domain.Administration;

namespace Vuosikello.Commands.Administration;

/// <summary>Carries out <see cref="AppointAdministrator"/>.</summary>
internal sealed class AppointAdministratorHandler(AdministrationRunner runner) : IRequestHandler<Send<AppointAdministrator>, Outcome>
{
    public Task<Outcome> Handle(Send<AppointAdministrator> request, CancellationToken cancellationToken) => runner.Run(request, cancellationToken);
}
