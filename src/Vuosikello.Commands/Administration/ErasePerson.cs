using MediatR;
using Vuosikello.Domain.Administration;

namespace Vuosikello.Commands.Administration;

/// <summary>Carries out <see cref="ErasePerson"/>.</summary>
internal sealed class ErasePersonHandler(AdministrationRunner runner) : IRequestHandler<Send<ErasePerson>, Outcome>
{
    public Task<Outcome> Handle(Send<ErasePerson> request, CancellationToken cancellationToken) => runner.Run(request, cancellationToken);
}
