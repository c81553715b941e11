using System.Buffers;
using System.Collections.Concurrent;
using System.Globalization;
using NodaTime;
using Vuosikello.Calendars;
using Vuosikello.Domain;
using Vuosikello.Domain.Activities;
using Vuosikello.Projections.Boards;
using Vuosikello.Projections.Partnerships;

namespace Vuosikello.Projections.Feeds;

/// <summary>
/// Keeps each feed that was ever asked for. Whether it still holds is seen from the positions of its boards, so a request costs
/// a comparison for each of its years and no rendering; the first request after a change renders, others wait for it.
/// </summary>
public sealed class KeptFeeds(IPartnershipViews partnerships, IBoardViews boards, FeedSettings settings, IClock clock) : IFeeds
{
    private readonly ConcurrentDictionary<FeedKey, Slot> _slots = new();
    private readonly ConcurrentDictionary<(CycleId Cycle, string Language), YearSegments> _segments = new();
    private readonly DateTimeZone _helsinki = EventTimes.Zone(Zones.Helsinki);

    /// <inheritdoc />
    public Feed? Find(FeedKey key)
    {
        if (partnerships.Find(key.Partnership) is not { } partnership) return null;
        var now = clock.GetCurrentInstant();
        if (_slots.TryGetValue(key, out var slot) && slot.Rendered is { } rendered && rendered.StillHolds(partnership, boards, now)) return rendered.Feed;
        if (!Exists(partnership, key)) return null;
        slot ??= _slots.GetOrAdd(key, _ => new Slot());
        lock (slot)
        {
            partnership = partnerships.Find(key.Partnership) ?? partnership;
            if (slot.Rendered is { } since && since.StillHolds(partnership, boards, now)) return since.Feed;
            slot.Rendered = Render(key, partnership, now, slot.Rendered?.Feed);
            return slot.Rendered.Feed;
        }
    }

    private bool Exists(PartnershipView partnership, FeedKey key) => key.Scope switch
    {
        FeedScope.Year => partnership.Years.Any(year => key.Of == Text(year.Year)),
        FeedScope.Activity => Activity(key) is not null,
        _ => FeedNames.Title(partnership.State, key) is not null,
    };

    private ActivityView? Activity(FeedKey key) =>
        Guid.TryParseExact(key.Of, "D", out var id) && boards.FindActivity(new ActivityId(id)) is { } activity && activity.State.Cycle.Partnership == key.Partnership ? activity : null;

    private Rendered Render(FeedKey key, PartnershipView partnership, Instant now, Feed? before)
    {
        int thisYear = now.InZone(_helsinki).Year;
        bool open = key.IsOpen;
        var only = key.Scope == FeedScope.Activity ? Activity(key) : null;
        int firstYear = open ? thisYear - 1 : only?.State.Cycle.Year ?? int.Parse(key.Of, CultureInfo.InvariantCulture);
        int lastYear = open ? int.MaxValue : firstYear;
        var years = partnership.Years.Select(y => y.Year).Where(y => y >= firstYear && y <= lastYear).Order().ToArray();
        var pictures = years.Select(year => boards.Find(new CycleId(key.Partnership, year))).OfType<BoardView>().ToArray();

        var all = pictures.SelectMany(board => Segments(board, partnership, key.Language).All).Where(s => only is null ? FeedMembership.Holds(key, partnership.State, s.Activity.Details) : s.Activity.Id == only.Id).ToArray();
        var kept = all.Where(segment => segment.GoneAt is not { } gone || gone > now).ToArray();
        string title = only?.Details.Title.In(key.Language) ?? FeedNames.Title(partnership.State, key) ?? key.Of;
        RenderedEvent[] events = [.. kept.SelectMany(segment => segment.Events)];
        byte[] bytes = FeedRenderer.Bytes(key, title, events, settings);

        var turns = all.Select(segment => segment.GoneAt).OfType<Instant>();
        if (open) turns = turns.Append(NewYear(thisYear)).Append(NewYear(thisYear + 1));
        var moments = turns.ToArray();
        var changed = moments.Where(at => at <= now).Concat(Changes(partnership, pictures)).Max();
        var until = moments.Where(at => at > now).DefaultIfEmpty(Instant.MaxValue).Min();
        var feed = Made(bytes, Changed(before, changed), title, only is null ? FeedNames.FileName(key) : FeedNames.FileName(only.Details), only is not null, events.Length);
        return new Rendered(before?.Tag == feed.Tag ? before : feed, partnership.State.Version, firstYear, lastYear, pictures, until);
    }

    private static Feed Made(byte[] bytes, Instant changed, string title, string fileName, bool download, int events)
    {
        var plain = new ReadOnlySequence<byte>(bytes);
        return new Feed(plain, new ReadOnlySequence<byte>(Compression.Gzip(plain)), FeedRenderer.Tag(bytes)) { LastModified = changed, Title = title, FileName = fileName, IsDownload = download, Events = events };
    }

    /// <summary>A change is later than the one before, by a second where clocks are too coarse.</summary>
    private static Instant Changed(Feed? before, Instant changed)
    {
        var second = Instant.FromUnixTimeSeconds(changed.ToUnixTimeSeconds());
        return before is not null && second <= before.LastModified ? before.LastModified + Duration.FromSeconds(1) : second;
    }

    private static IEnumerable<Instant> Changes(PartnershipView partnership, BoardView[] pictures) => pictures
        .SelectMany(board => board.Activities.Select(activity => activity.LastChange.At).Append(board.ChangedAt))
        .Append(partnership.ChangedAt);

    private YearSegments Segments(BoardView board, PartnershipView partnership, string language) => _segments.AddOrUpdate(
        (board.Cycle, language),
        _ => YearSegments.Of(null, board, partnership.State, settings, language),
        (_, before) => YearSegments.Of(before, board, partnership.State, settings, language));

    private Instant NewYear(int year) => new LocalDate(year, 1, 1).AtStartOfDayInZone(_helsinki).ToInstant();

    private static string Text(int year) => year.ToString("0000", CultureInfo.InvariantCulture);

    private sealed class Slot
    {
        public volatile Rendered? Rendered;
    }

    /// <summary>A feed with what it was made from.</summary>
    private sealed record Rendered(Feed Feed, long PartnershipVersion, int FirstYear, int LastYear, BoardView[] Boards, Instant Until)
    {
        public bool StillHolds(PartnershipView partnership, IBoardViews views, Instant now)
        {
            if (now >= Until || partnership.State.Version != PartnershipVersion) return false;
            int left = Boards.Length;
            foreach (var year in partnership.Years)
            {
                if (year.Year < FirstYear || year.Year > LastYear || views.Find(year.State.Id) is not { } board) continue;
                if (--left < 0 || !Has(board)) return false;
            }
            return left == 0;
        }

        private bool Has(BoardView board)
        {
            foreach (var known in Boards)
            {
                if (known.Cycle == board.Cycle) return known.Position == board.Position;
            }
            return false;
        }
    }
}
