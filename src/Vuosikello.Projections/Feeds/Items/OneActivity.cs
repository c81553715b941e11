using NodaTime;
using Vuosikello.Domain;
using Vuosikello.Domain.Partnerships;
using Vuosikello.Projections.Boards;
using Vuosikello.Projections.Partnerships;

namespace Vuosikello.Projections.Feeds.Items;

/// <summary>One activity of a partnership by itself, without its year; nothing when there is none.</summary>
internal sealed class OneActivity(PartnershipId partnership, ActivityId id, IPartnershipViews partnerships, IBoardViews boards, FeedSettings settings) : IItemSource
{
    private readonly Lock _following = new();
    private SourceState? _state;
    private ActivityView? _view;
    private Partnership? _names;

    /// <inheritdoc />
    public SourceState Now()
    {
        lock (_following)
        {
            var view = Find();
            var names = partnerships.Find(partnership)?.State;
            if (_state is not null && ReferenceEquals(view, _view) && ReferenceEquals(names, _names)) return _state;
            var before = _state is { Items: [var item, ..] } ? item : null;
            var after = view is null || names is null ? null : new ActivityItem(view, names, settings);
            (_view, _names) = (view, names);
            return _state = new SourceState(this, after is null ? [] : [after], view?.LastChange.At ?? default(Instant), (_state?.Recent ?? RecentChanges.None).Then([new(before, after)]));
        }
    }

    private ActivityView? Find()
    {
        var view = boards.FindActivity(id) ?? Withdrawn();
        return view?.State.Cycle.Partnership == partnership ? view : null;
    }

    private ActivityView? Withdrawn() => partnerships.Find(partnership)?.Years
        .Select(year => boards.Find(year.State.Id)?.Withdrawn.FirstOrDefault(withdrawn => withdrawn.Id == id))
        .FirstOrDefault(withdrawn => withdrawn is not null);
}
