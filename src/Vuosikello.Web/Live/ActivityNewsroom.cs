using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.AspNetCore.SignalR;
using Vuosikello.Domain;
using Vuosikello.Projections.Boards;

namespace Vuosikello.Web.Live;

/// <summary>Tells those who have an activity's form open that somebody else has changed it.</summary>
public sealed class ActivityNewsroom(IHubContext<BoardHub> hub, IBoardViews boards, Announcements announcements)
{
    /// <summary>The language of each connection with the activity's form open.</summary>
    private readonly ConcurrentDictionary<ActivityId, ImmutableDictionary<string, string>> _editors = new();

    public void Enter(ActivityId activity, string connection, string language) => _editors.AddOrUpdate(
        activity,
        _ => ImmutableDictionary.Create<string, string>(StringComparer.Ordinal).Add(connection, language),
        (_, editors) => editors.SetItem(connection, language));

    public void Leave(ActivityId activity, string connection)
    {
        while (_editors.TryGetValue(activity, out var editors))
        {
            var rest = editors.Remove(connection);
            // Only as it was read: somebody who enters at the same moment is not forgotten.
            if (rest.IsEmpty ? _editors.TryRemove(new(activity, editors)) : _editors.TryUpdate(activity, rest, editors)) return;
        }
    }

    /// <summary>Returns at once; the messages go out by themselves.</summary>
    public void Tell(ActivityId activity)
    {
        if (!_editors.TryGetValue(activity, out var editors)) return;
        long version = boards.FindActivity(activity)?.State.Version ?? -1;
        foreach (var (connection, language) in editors)
        {
            var news = new ActivityNews(activity.Value, version, announcements.ToEditors(activity, language));
            _ = hub.Clients.Client(connection).SendAsync(BoardMessages.Changed, news);
        }
    }
}

/// <param name="Version">The version it has now; -1 when it was withdrawn. A form based on this version or later need not care.</param>
/// <param name="Text">A sentence for the editor.</param>
public sealed record ActivityNews(Guid Activity, long Version, string Text);
