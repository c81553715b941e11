using MediatR;
using Vuosikello.Domain.Activities;

namespace Vuosikello.Commands.Activities;

/// <summary>Carries out <see cref="WithdrawActivity"/>.</summary>
internal sealed class WithdrawActivityHandler(ActivityRunner runner) : IRequestHandler<Send<WithdrawActivity>, Outcome>
{
    public Task<Outcome> Handle(Send<WithdrawActivity> request, CancellationToken cancellationToken) => runner.Run(request, cancellationToken);
}
