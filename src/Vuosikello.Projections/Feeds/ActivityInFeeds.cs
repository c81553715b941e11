using System.Collections.Immutable;
using Vuosikello.Calendars;
using Vuosikello.Domain.Partnerships;
using Vuosikello.Projections.Boards;
using Vuosikello.Projections.Feeds.Items;

namespace Vuosikello.Projections.Feeds;

/// <summary>How an activity stands in the feeds: what a file that was made of them is compared with.</summary>
public static class ActivityInFeeds
{
    /// <summary>Its events, in one language of <c>fi</c>, <c>sv</c> and <c>en</c>.</summary>
    public static ImmutableArray<CalendarEvent> Of(ActivityView activity, Partnership partnership, FeedSettings settings, string language) =>
        [.. ActivityEvents.Of(activity, partnership, settings, FeedWords.In(language))];
}
