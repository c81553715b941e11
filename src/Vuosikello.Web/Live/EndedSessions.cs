using Vuosikello.Accounts.Sessions;

namespace Vuosikello.Web.Live;

/// <summary>Ends the connections of sessions that have ended: at once for those that ended here, within seconds for those that ended elsewhere.</summary>
internal sealed class EndedSessions(LiveConnections connections, SessionStore sessions, ILogger<EndedSessions> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        sessions.Ended += EndThere;
        try
        {
            using var timer = new PeriodicTimer(SessionStore.Known.ToTimeSpan());
            while (await timer.WaitForNextTickAsync(stoppingToken)) await EndElsewhere(stoppingToken);
        }
        finally
        {
            sessions.Ended -= EndThere;
        }
    }

    private void EndThere(object? sender, SessionsEndedEventArgs ended) => End(ended.Sessions);

    private async Task EndElsewhere(CancellationToken ct)
    {
        var watched = connections.SignedIn.Select(line => line.Session!.Value).Distinct().ToArray();
        if (watched.Length == 0) return;
        try
        {
            End(await sessions.EndedOf(watched, ct));
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            log.LogWarning(e, "It could not be looked up which sessions have ended; connections stay open until it can.");
        }
    }

    private void End(IReadOnlyCollection<Guid> ended)
    {
        if (ended.Count == 0) return;
        foreach (var line in connections.SignedIn)
            if (ended.Contains(line.Session!.Value)) line.End();
    }
}
