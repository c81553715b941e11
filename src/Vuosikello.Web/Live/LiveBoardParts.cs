using Microsoft.AspNetCore.SignalR;
using Vuosikello.Projections;
using Vuosikello.Projections.Live;

namespace Vuosikello.Web.Live;

/// <summary>What every live board works with.</summary>
public sealed class LiveBoardParts(
    IHubContext<BoardHub> hub, IViews views, IBoardFragments fragments, Announcements announcements, ILogger<LiveBoard> log)
{
    public IHubContext<BoardHub> Hub => hub;
    public IViews Views => views;
    public Announcements Announcements => announcements;
    public ILogger Log => log;

    /// <summary>When each year's board last changed.</summary>
    public ChangeLog Changes { get; } = new();

    public ValueTask<IReadOnlyList<Fragment>?> Render(BoardKey key, CancellationToken ct) => fragments.Render(key, ct);

    /// <summary>Sends a patch. A connection that breaks meanwhile is no failure: its reader catches up.</summary>
    public async Task Send(IClientProxy to, BoardPatch patch, IReadOnlyList<string> news)
    {
        try
        {
            await to.SendAsync(BoardMessages.Patch, patch, news);
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or InvalidOperationException)
        {
            LiveLog.SendingFailed(log, e);
        }
    }
}

/// <summary>The names of what the hub sends.</summary>
public static class BoardMessages
{
    /// <summary>A <see cref="BoardPatch"/> and the sentences to announce.</summary>
    public const string Patch = "patch";

    /// <summary>A <see cref="WhoIsHere"/>.</summary>
    public const string Presence = "presence";

    /// <summary>To editors of an activity: an <see cref="ActivityNews"/>.</summary>
    public const string Changed = "changed";
}

internal static partial class LiveLog
{
    [LoggerMessage(Level = LogLevel.Debug, Message = "Nobody looks at {Board} any more")]
    public static partial void Closed(ILogger log, string board);

    [LoggerMessage(Level = LogLevel.Error, Message = "The board {Board} could not be rendered; its readers see the next change")]
    public static partial void RenderingFailed(ILogger log, Exception problem, string board);

    [LoggerMessage(Level = LogLevel.Debug, Message = "A message did not reach its reader")]
    public static partial void SendingFailed(ILogger log, Exception problem);
}
