using System.Collections.Immutable;
using NodaTime;
using Vuosikello.Domain;
using Vuosikello.Domain.Agreements;
using Vuosikello.Projections.Aggregates;
using Vuosikello.Projections.Agreements;
using Vuosikello.Projections.Partnerships;

namespace Vuosikello.Projections.Feeds.Items;

/// <summary>The public days of a partnership's agreements. Most changes of an agreement are none of them.</summary>
internal sealed class AgreementItems(PartnershipId partnership, IPartnershipViews partnerships, IAgreementViews agreements, FeedSettings settings) : IItemSource
{
    private readonly Lock _following = new();
    private volatile Picture? _picture;

    /// <inheritdoc />
    public SourceState Now()
    {
        if (_picture is { } picture && picture.IsOf(agreements.Of(partnership), Years())) return picture.State;
        lock (_following)
        {
            // Asked for in here, so that nobody goes back to what was before.
            _picture = Next(_picture, agreements.Of(partnership), Years());
            return _picture.State;
        }
    }

    private ImmutableArray<CycleView> Years() => partnerships.Find(partnership)?.Years ?? [];

    private Picture Next(Picture? before, ImmutableArray<AggregateView<Agreement>> views, ImmutableArray<CycleView> years)
    {
        var known = (before?.State.Items ?? []).Cast<DeadlineItem>().ToDictionary(item => item.Uid, StringComparer.Ordinal);
        var changes = new List<ItemChange>();
        var items = ImmutableArray.CreateBuilder<FeedItem>();
        foreach (var deadline in AgreementDeadlines.Of(views, years.Select(year => year.Year), settings))
        {
            bool had = known.Remove(deadline.Uid, out var item);
            if (!had || item!.Deadline != deadline)
            {
                var next = new DeadlineItem(deadline);
                changes.Add(new(item, next));
                item = next;
            }
            items.Add(item);
        }
        changes.AddRange(known.Values.Select(gone => new ItemChange(gone, null)));
        if (before is not null && changes.Count == 0) return before with { Views = views, Years = years };
        var changedAt = views.Select(view => view.LastChange.At).DefaultIfEmpty(default(Instant)).Max();
        return new(views, years, new SourceState(this, items.ToImmutable(), changedAt, (before?.State.Recent ?? RecentChanges.None).Then(changes)));
    }

    /// <summary>What the agreements were seen as.</summary>
    private sealed record Picture(ImmutableArray<AggregateView<Agreement>> Views, ImmutableArray<CycleView> Years, SourceState State)
    {
        public bool IsOf(ImmutableArray<AggregateView<Agreement>> views, ImmutableArray<CycleView> years)
        {
            if (years != Years || views.Length != Views.Length) return false;
            for (int i = 0; i < views.Length; i++)
            {
                if (!ReferenceEquals(views[i], Views[i])) return false;
            }
            return true;
        }
    }
}
