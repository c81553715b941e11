using MediatR;
using Microsoft.Extensions.Logging;
using Polly.Timeout;
using Vuosikello.Domain;
using Vuosikello.Events;

namespace Vuosikello.Commands;

/// <summary>
/// Sends a command again while the store is away. It may have been written before the answer was lost: the second try then
/// finds it by its command id.
/// </summary>
internal sealed class OutageRetry<TCommand>(Resilience resilience, ILogger<OutageRetry<TCommand>> logger) : IPipelineBehavior<Send<TCommand>, Outcome> where TCommand : ICommand
{
    public async Task<Outcome> Handle(Send<TCommand> request, CancellationToken cancellationToken, RequestHandlerDelegate<Outcome> next)
    {
        try
        {
            // the handler knows only the caller's token: a store that hangs is left to itself when patience ends
            return await resilience.Outages.ExecuteAsync(static async (handle, ct) => await handle().WaitAsync(ct), next, cancellationToken);
        }
        catch (StoreUnavailableException away)
        {
            // People are told that somebody has to act; this is where that somebody looks.
            if (!away.IsTransient) CommandTracing.StoreNeedsHelp(logger, away.Message);
            return new Outcome.TryAgain(new Problem(away.IsTransient ? CommandProblems.StoreAway : CommandProblems.StoreNeedsHelp));
        }
        catch (TimeoutRejectedException)
        {
            return new Outcome.TryAgain(new Problem(CommandProblems.StoreAway));
        }
    }
}
