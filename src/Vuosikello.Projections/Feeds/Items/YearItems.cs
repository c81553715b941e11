using System.Collections.Immutable;
using Vuosikello.Domain;
using Vuosikello.Domain.Partnerships;
using Vuosikello.Projections.Boards;
using Vuosikello.Projections.Partnerships;

namespace Vuosikello.Projections.Feeds.Items;

/// <summary>A year's activities, with those that were withdrawn, and their registration deadlines. After a change of one only that one is made anew.</summary>
internal sealed class YearItems(CycleId cycle, IPartnershipViews partnerships, IBoardViews boards, FeedSettings settings) : IItemSource
{
    private readonly Lock _following = new();
    private volatile Picture? _picture;

    /// <inheritdoc />
    public SourceState Now()
    {
        if (_picture is { } picture && ReferenceEquals(picture.Board, boards.Find(cycle)) && ReferenceEquals(picture.Names, partnerships.Find(cycle.Partnership)?.State)) return picture.State;
        lock (_following)
        {
            // Asked for in here, so that nobody goes back to what was before.
            if (boards.Find(cycle) is not { } board || partnerships.Find(cycle.Partnership) is not { } partnership) return new(this, [], default, RecentChanges.None);
            _picture = Next(_picture, board, partnership.State);
            return _picture.State;
        }
    }

    private Picture Next(Picture? before, BoardView board, Partnership names)
    {
        var renamed = Renamed.Between(before?.Names, names);
        ActivityView[] views = [.. board.Activities, .. board.Withdrawn];
        var old = before is null ? [] : before.Entries.AsSpan();

        // A change is mostly of one activity: what stands before and after it is as it was.
        int head = 0, tail = 0, most = Math.Min(old.Length, views.Length);
        while (head < most && IsSame(old[head], views[head])) head++;
        while (tail < most - head && IsSame(old[^(tail + 1)], views[^(tail + 1)])) tail++;
        var between = new Dictionary<ActivityId, Entry>();
        foreach (var entry in old[head..^tail]) between.Add(entry.View.Id, entry);

        var entries = ImmutableArray.CreateBuilder<Entry>(views.Length);
        var changes = new List<ItemChange>();
        entries.AddRange(old[..head]);
        foreach (var view in views.AsSpan(head, views.Length - head - tail))
        {
            bool known = between.Remove(view.Id, out var entry);
            if (!known || !IsSame(entry!, view))
            {
                var next = Make(view, names);
                changes.Add(new(entry?.Item, next.Item));
                if (entry?.Registration is not null || next.Registration is not null) changes.Add(new(entry?.Registration, next.Registration));
                entry = next;
            }
            entries.Add(entry!);
        }
        entries.AddRange(old[^tail..]);
        foreach (var gone in between.Values)
        {
            changes.Add(new(gone.Item, null));
            if (gone.Registration is not null) changes.Add(new(gone.Registration, null));
        }
        if (before is not null && changes.Count == 0) return before with { Board = board, Names = names };
        return Drawn(board, names, entries.MoveToImmutable(), (before?.State.Recent ?? RecentChanges.None).Then(changes));

        bool IsSame(Entry entry, ActivityView view) => ReferenceEquals(entry.View, view) && !renamed.Touches(view.Details);
    }

    private Picture Drawn(BoardView board, Partnership names, ImmutableArray<Entry> entries, RecentChanges recent)
    {
        var items = ImmutableArray.CreateBuilder<FeedItem>(entries.Length);
        foreach (var entry in entries)
        {
            items.Add(entry.Item);
            if (entry.Registration is not null) items.Add(entry.Registration);
        }
        return new(board, names, entries, new SourceState(this, items.DrainToImmutable(), board.ChangedAt, recent));
    }

    private Entry Make(ActivityView view, Partnership names)
    {
        var item = new ActivityItem(view, names, settings);
        return new Entry(view, item, RegistrationDeadlines.Of(item, names, settings));
    }

    /// <summary>What the year was seen as.</summary>
    private sealed record Picture(BoardView Board, Partnership Names, ImmutableArray<Entry> Entries, SourceState State);

    private sealed record Entry(ActivityView View, ActivityItem Item, DeadlineItem? Registration);
}
