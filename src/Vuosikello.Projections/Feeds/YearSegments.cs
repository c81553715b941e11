using System.Buffers;
using System.Collections.Immutable;
using NodaTime;
using Vuosikello.Calendars;
using Vuosikello.Domain;
using Vuosikello.Domain.Activities;
using Vuosikello.Domain.Partnerships;
using Vuosikello.Projections.Boards;

namespace Vuosikello.Projections.Feeds;

/// <summary>One activity's bytes in one language.</summary>
/// <param name="Zone">The TZDB id that they name; null for all-day events.</param>
/// <param name="GoneAt">From then on a cancelled activity is left out.</param>
internal sealed record Segment(ActivityView Activity, byte[] Bytes, string? Zone, Instant? GoneAt);

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
        var buffer = new ArrayBufferWriter<byte>(2048);
        var segments = board.Activities.Select(activity =>
            sameNames && before!._byActivity.TryGetValue(activity.Id, out var kept) && Same(kept.Activity, activity)
                ? kept
                : Render(activity, partnership, settings, language, buffer));
        return new YearSegments(board, partnership.Version, [.. segments]);
    }

    private static bool Same(ActivityView a, ActivityView b) => ReferenceEquals(a, b) || (a.State.Version == b.State.Version && a.Position == b.Position);

    private static Segment Render(ActivityView activity, Partnership partnership, FeedSettings settings, string language, ArrayBufferWriter<byte> buffer)
    {
        buffer.ResetWrittenCount();
        foreach (var e in ActivityEvents.Of(activity, partnership, settings, language)) CalendarWriter.WriteEvent(e, buffer);
        return new Segment(activity, buffer.WrittenSpan.ToArray(), ZoneOf(activity.Details.Time), ActivityEvents.GoneAt(activity));
    }

    private static string? ZoneOf(ActivityTime time) => time switch
    {
        ActivityTime.Exact t => t.Zone,
        ActivityTime.Recurring t => ZoneOf(t.First),
        _ => null,
    };
}
