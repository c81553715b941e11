using System.Collections.Concurrent;
using System.Globalization;
using Vuosikello.Domain;
using Vuosikello.Projections.Agreements;
using Vuosikello.Projections.Boards;
using Vuosikello.Projections.Partnerships;

namespace Vuosikello.Projections.Feeds.Items;

/// <summary>The sources of all feeds, public and private, so that a change is rendered once. Feeds share them; those that no kept feed is made from any more are let go.</summary>
public sealed class FeedSources(IPartnershipViews partnerships, IBoardViews boards, IAgreementViews agreements, FeedSettings settings)
{
    private readonly ConcurrentDictionary<CycleId, WeakReference<IItemSource>> _years = new();
    private readonly ConcurrentDictionary<PartnershipId, WeakReference<IItemSource>> _agreements = new();

    /// <summary>Which years a feed holds.</summary>
    internal static FeedYears Years(FeedKey key, int thisYear)
    {
        if (key.Scope != FeedScope.Year) return FeedYears.OpenIn(thisYear);
        int year = int.Parse(key.Of, CultureInfo.InvariantCulture);
        return new(year, year);
    }

    /// <summary>What a feed of years is made from.</summary>
    internal IEnumerable<IItemSource> Of(FeedKey key, PartnershipView partnership, FeedYears years)
    {
        foreach (int year in partnership.Years.Select(view => view.Year).Where(years.Has).Order()) yield return Year(new(key.Partnership, year));
        if (key.Choice.Deadlines) yield return Agreements(key.Partnership);
    }

    /// <summary>What the feed of one activity is made from.</summary>
    internal IItemSource Activity(PartnershipId partnership, ActivityId activity) => new OneActivity(partnership, activity, partnerships, boards, settings);

    internal IItemSource Year(CycleId cycle) => Shared(_years, cycle, id => new YearItems(id, partnerships, boards, settings));

    internal IItemSource Agreements(PartnershipId partnership) => Shared(_agreements, partnership, id => new AgreementItems(id, partnerships, agreements, settings));

    private static IItemSource Shared<T>(ConcurrentDictionary<T, WeakReference<IItemSource>> sources, T id, Func<T, IItemSource> make) where T : notnull
    {
        var known = sources.GetOrAdd(id, key => new(make(key)));
        lock (known)
        {
            if (known.TryGetTarget(out var source)) return source;
            source = make(id);
            known.SetTarget(source);
            return source;
        }
    }
}
