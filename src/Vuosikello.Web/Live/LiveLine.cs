using Microsoft.AspNetCore.SignalR;
using Vuosikello.Web.SignIn;

namespace Vuosikello.Web.Live;

/// <summary>
/// The way to one reader. Sending never waits: what the reader does not take yet queues up here, and a reader who leaves too much
/// lying is cut off. It catches up when it comes back; nobody else has waited for it.
/// </summary>
public sealed class LiveLine(HubConnectionContext connection, ILogger log)
{
    /// <summary>More messages than this do not wait: twice what a reader who comes back may get at once.</summary>
    public const int MostWaiting = 2 * PatchLog.Capacity;

    private int _waiting;
    private volatile bool _ended;

    public string Connection => connection.ConnectionId;

    /// <summary>The session that the connection was made with; null for the public.</summary>
    public Guid? Session { get; } = MemberSessions.Of(connection.User);

    /// <summary>Ends the connection. Its page comes back as whoever its browser is by then.</summary>
    public void End()
    {
        _ended = true;
        connection.Abort();
        // A reader who takes nothing takes no farewell either, for which the hub would wait.
        connection.GetHttpContext()?.Abort();
    }

    /// <summary>Returns at once. What is sent later arrives later, or not at all.</summary>
    public void Send(SerializedHubMessage message)
    {
        if (_ended) return;
        var sending = connection.WriteAsync(message);
        if (sending.IsCompletedSuccessfully)
        {
            sending.GetAwaiter().GetResult();
            return;
        }
        if (Interlocked.Increment(ref _waiting) > MostWaiting) CutOff();
        _ = Finish(sending);
    }

    private async Task Finish(ValueTask sending)
    {
        try
        {
            await sending;
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or InvalidOperationException)
        {
            LiveLog.SendingFailed(log, e);
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }

    private void CutOff()
    {
        if (_ended) return;
        LiveLog.CutOff(log, connection.ConnectionId, MostWaiting);
        End();
    }
}
