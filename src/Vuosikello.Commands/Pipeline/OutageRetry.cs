using MediatR;
using Microsoft.Extensions.Logging;
using Polly.Timeout;
using Vuosikello.Domain;
using Vuosikello.Events;

namespace Vuosikello.Commands;

/// <summary>
/// Sends a command again while the store is busy. It may have been written before the answer was lost: the second try then
/// finds it by its command id. While the store is known to be away nobody is kept waiting, neither who comes nor who is there already.
/// </summary>
internal sealed class OutageRetry<TCommand>(Resilience resilience, IStoreCondition condition, ILogger<OutageRetry<TCommand>> logger)
    : IPipelineBehavior<Send<TCommand>, Outcome> where TCommand : ICommand
{
    private static readonly Outcome ReadOnly = new Outcome.TryAgain(new Problem(CommandProblems.ReadOnlyForNow));

    public async Task<Outcome> Handle(Send<TCommand> request, CancellationToken cancellationToken, RequestHandlerDelegate<Outcome> next)
    {
        if (!condition.CanWrite) return ReadOnly;
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            var away = condition.Until(canWrite: false, over.Token);
            var outcome = Send(next, over.Token);
            // What is on its way then is left to itself: whether it was written, the same command sent again finds out.
            return await Task.WhenAny(outcome, away) == away && away.IsCompletedSuccessfully ? ReadOnly : await outcome;
        }
        finally
        {
            await over.CancelAsync();
        }
    }

    private async Task<Outcome> Send(RequestHandlerDelegate<Outcome> next, CancellationToken ct)
    {
        try
        {
            // the handler knows only the caller's token: a store that hangs is left to itself when patience ends
            return await resilience.Outages.ExecuteAsync(static async (handle, token) => await handle().WaitAsync(token), next, ct);
        }
        catch (StoreUnavailableException) when (!condition.CanWrite)
        {
            return ReadOnly;
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
