using Vuosikello.Domain;
using Vuosikello.Domain.Activities;
using Vuosikello.Domain.Partnerships;

namespace Vuosikello.Projections.Feeds.Items;

/// <summary>The last day to register for an activity, as an event of its own.</summary>
internal static class RegistrationDeadlines
{
    /// <summary>The fields that decide what the event says: changes of others leave it as it is.</summary>
    private static readonly string[] Fields = [ActivityFields.Title, ActivityFields.Time, ActivityFields.Registration, ActivityFields.Status, ActivityFields.Themes];

    /// <summary>Null when the activity has no last day to register.</summary>
    public static DeadlineItem? Of(ActivityItem item, Partnership partnership, FeedSettings settings)
    {
        var view = item.View;
        if (view.LastDayToRegister is not { } last) return null;
        var touches = view.State.Touched.Where(touch => Fields.Contains(touch.Key)).Select(touch => touch.Value).ToArray();
        return new DeadlineItem(new Deadline(
            $"{view.Id}-registration@vuosikello",
            last,
            FeedLabels.RegistrationCloses,
            view.Details.Title,
            view.Details.Registration?.Link is { } link ? FeedLabels.Register(link) : LocalText.Empty,
            FeedNames.Board(settings, view.State.Cycle, view.Id),
            touches.Select(touch => touch.Stamp.At).Append(view.Planned.At).Max(),
            touches.Select(touch => touch.Version).Append(0).Max())
        {
            Activity = view.Id,
            Areas = item.Areas,
            Themes = item.Themes,
            Partners = item.Partners,
            OfSpan = item.IsSpan,
            IsCancelled = view.State.Status is ActivityStatus.Cancelled or ActivityStatus.Withdrawn,
            GoneAt = item.GoneAt,
            Color = ThemeColours.Of(view.Details.Themes, partnership),
        });
    }
}
