using System.Collections.Immutable;
using NodaTime;
using Vuosikello.Calendars;
using Vuosikello.Domain;
using Vuosikello.Domain.Partnerships;
using Vuosikello.Projections.Boards;

namespace Vuosikello.Projections.Feeds;

/// <summary>One activity's events in one language.</summary>
/// <param name="GoneAt">From then on a cancelled activity is left out.</param>
internal sealed record Segment(ActivityView Activity, ImmutableArray<RenderedEvent> Events, Instant? GoneAt);

/// <summary>
/// The bytes of one year's activities in one language, in the board's order. Made from the ones before, so that a change costs
/// the activity it changed; shared by all feeds that hold the year.
/// </summary>
internal sealed class YearSegments
{
    private readonly BoardView _board;
    private readonly long _partnershipVersion;
    private readonly Dictionary<ActivityId, Segment> _byActivity;

    private YearSegments(BoardView board, long partnershipVersion, ImmutableArray<Segment> segments)
    {
        (_board, _partnershipVersion, All) = (board, partnershipVersion, segments);
        _byActivity = segments.ToDictionary(segment => segment.Activity.Id);
    }

    public ImmutableArray<Segment> All { get; }

    /// <param name="before">The segments of an earlier picture of the same year; null for none.</param>
    /// <param name="partnership">Its names stand in the events: after a change of them all are made anew.</param>
    public static YearSegments Of(YearSegments? before, BoardView board, Partnership partnership, FeedSettings settings, string language)
    {
        bool sameNames = before?._partnershipVersion == partnership.Version;
        if (sameNames && ReferenceEquals(before!._board, board)) return before;
        var segments = board.Activities.Select(activity =>
            sameNames && before!._byActivity.TryGetValue(activity.Id, out var kept) && Same(kept.Activity, activity)
                ? kept
                : Render(activity, partnership, settings, language));
        return new YearSegments(board, partnership.Version, [.. segments]);
    }

    private static bool Same(ActivityView a, ActivityView b) => ReferenceEquals(a, b) || (a.State.Version == b.State.Version && a.Position == b.Position);

    private static Segment Render(ActivityView activity, Partnership partnership, FeedSettings settings, string language) =>
        new(activity, [.. ActivityEvents.Of(activity, partnership, settings, language).Select(CalendarWriter.Render)], ActivityEvents.GoneAt(activity));
}
