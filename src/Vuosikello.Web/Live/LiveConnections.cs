using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR;

namespace Vuosikello.Web.Live;

/// <summary>The hub's connections, each with the line to its reader.</summary>
public sealed class LiveConnections(ILogger<LiveConnections> log, ILogger<DefaultHubLifetimeManager<LiveHub>> baseLog) : DefaultHubLifetimeManager<LiveHub>(baseLog)
{
    private readonly ConcurrentDictionary<string, LiveLine> _lines = new(StringComparer.Ordinal);

    /// <summary>Those of all connections.</summary>
    public IEnumerable<LiveLine> Lines => _lines.Values;

    /// <summary>The line of a connection that is there.</summary>
    /// <exception cref="KeyNotFoundException">It has ended.</exception>
    public LiveLine Of(string connection) => _lines[connection];

    /// <summary>The lines of all who are signed in.</summary>
    public IEnumerable<LiveLine> SignedIn => _lines.Values.Where(line => line.Session is not null);

    public override Task OnConnectedAsync(HubConnectionContext connection)
    {
        _lines[connection.ConnectionId] = new LiveLine(connection, log);
        return base.OnConnectedAsync(connection);
    }

    public override Task OnDisconnectedAsync(HubConnectionContext connection)
    {
        _lines.TryRemove(connection.ConnectionId, out _);
        return base.OnDisconnectedAsync(connection);
    }
}
