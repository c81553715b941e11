using Vuosikello.Events;

namespace Vuosikello.Web.Composition;

/// <summary>
/// Asks the store one thing before the server listens. What a person has to mend (a wrong password, say) ends the start with a clear message; a
/// cluster that is merely away is waited for, by the views, while <c>/health/ready</c> says so.
/// </summary>
internal sealed partial class FirstQuestion(IEventStore store, StorePlace place, ILogger<FirstQuestion> log) : IHostedService
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        try
        {
            await store.End(limit.Token);
        }
        catch (StoreUnavailableException away) when (away.IsTransient)
        {
            IsAway(place.Words, away.Message);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            IsAway(place.Words, "No answer yet.");
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(LogLevel.Warning, "{Place} does not answer yet. The server starts and waits for it; until then it is not ready. {Reason}")]
    private partial void IsAway(string place, string reason);
}
