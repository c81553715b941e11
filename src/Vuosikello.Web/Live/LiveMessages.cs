using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;

namespace Vuosikello.Web.Live;

/// <summary>What the hub sends. A message is put into bytes once, however many it goes to.</summary>
public static class LiveMessages
{
    /// <summary>A <see cref="PagePatch"/> and the sentences to announce.</summary>
    public const string Patch = "patch";

    /// <summary>A <see cref="WhoIsHere"/>.</summary>
    public const string Presence = "presence";

    /// <summary>To editors: an <see cref="EditorNews"/>.</summary>
    public const string Changed = "changed";

    /// <summary>To all: whether anything can be saved now.</summary>
    public const string Writable = "writable";

    public static SerializedHubMessage Of(PagePatch patch, IReadOnlyList<string> news) => new(new InvocationMessage(Patch, [patch, news]));

    public static SerializedHubMessage Of(WhoIsHere here) => new(new InvocationMessage(Presence, [here]));

    public static SerializedHubMessage Of(EditorNews news) => new(new InvocationMessage(Changed, [news]));

    public static SerializedHubMessage OfCondition(bool canWrite) => new(new InvocationMessage(Writable, [canWrite]));
}

internal static partial class LiveLog
{
    [LoggerMessage(Level = LogLevel.Debug, Message = "Nobody looks at {Page} any more")]
    public static partial void Closed(ILogger log, PageView page);

    [LoggerMessage(Level = LogLevel.Error, Message = "The live page {Page} could not be rendered; its readers see the next change")]
    public static partial void RenderingFailed(ILogger log, Exception problem, PageView page);

    [LoggerMessage(Level = LogLevel.Error, Message = "A reader of the live page {Page} could not be shown it as what it has become; its connection was ended")]
    public static partial void NotGoneOver(ILogger log, Exception problem, string page);

    [LoggerMessage(Level = LogLevel.Debug, Message = "A message did not reach its reader")]
    public static partial void SendingFailed(ILogger log, Exception problem);

    [LoggerMessage(Level = LogLevel.Information, Message = "Connection {Connection} left more than {Most} messages unread and was ended; it catches up when it comes back")]
    public static partial void CutOff(ILogger log, string connection, int most);
}
