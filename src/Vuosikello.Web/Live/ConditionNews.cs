using Vuosikello.Events;

namespace Vuosikello.Web.Live;

/// <summary>Tells all open pages, whatever they show, when nothing can be saved for now and when it can be again.</summary>
public sealed class ConditionNews(IStoreCondition condition, LiveConnections connections) : BackgroundService
{
    /// <summary>Tells one page that has just come; it may have been rendered before things changed.</summary>
    public void Tell(LiveLine line)
    {
        bool told;
        // What changes in between is told again, so that the last word is the right one.
        do line.Send(LiveMessages.OfCondition(told = condition.CanWrite));
        while (told != condition.CanWrite);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (bool canWrite = false; ; canWrite = !canWrite)
        {
            await condition.Until(canWrite, stoppingToken);
            foreach (var line in connections.Lines) Tell(line);
        }
    }
}
