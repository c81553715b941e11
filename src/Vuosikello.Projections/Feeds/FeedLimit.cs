using NodaTime;
using Vuosikello.Projections.Feeds.Items;

namespace Vuosikello.Projections.Feeds;

/// <summary>
/// Keeps feeds below the size at which programs stop reading: about 1,000 events and 1 MB. What is nearest to today stays, whether it has
/// been or is to come; a year's own feed is whole, for those who want everything.
/// </summary>
/// <param name="Events">The most VEVENTs.</param>
/// <param name="Octets">The most octets of them all; the calendar's header comes on top.</param>
internal readonly record struct FeedLimit(int Events, int Octets)
{
    /// <summary>What an alarm adds to an event, at most.</summary>
    private const int OctetsOfAlarm = 600;

    public static FeedLimit Usual { get; } = new(1_000, 990_000);

    /// <summary>The items that stay, in their order; what was left out, or null.</summary>
    public FeedItem[] Apply(FeedItem[] items, FeedChoice choice, LocalDate today, FeedWork work, out FeedOmission? leftOut)
    {
        leftOut = null;
        var sizes = items.Select(item => Size.Of(item, choice, work)).ToArray();
        if (Fits(sizes.Aggregate(default(Size), (sum, size) => sum + size))) return items;

        var (kept, sum) = (new HashSet<FeedItem>(), default(Size));
        foreach (int i in Enumerable.Range(0, items.Length).OrderBy(i => Distance(items[i], today)).ThenBy(i => items[i].First).ThenBy(i => items[i].Uid, StringComparer.Ordinal))
        {
            if (!Fits(sum + sizes[i])) break;
            sum += sizes[i];
            kept.Add(items[i]);
        }
        leftOut = new FeedOmission(
            sizes.Sum(size => size.Events) - sum.Events,
            kept.Select(item => LocalDate.Min(item.Last, today)).DefaultIfEmpty(today).Min(),
            kept.Select(item => LocalDate.Max(item.First, today)).DefaultIfEmpty(today).Max());
        return [.. items.Where(kept.Contains)];
    }

    private bool Fits(Size size) => size.Events <= Events && size.Octets <= Octets;

    private static int Distance(FeedItem item, LocalDate today) =>
        item.Last < today ? Period.DaysBetween(item.Last, today) : item.First > today ? Period.DaysBetween(today, item.First) : 0;

    private readonly record struct Size(int Events, long Octets)
    {
        public static Size Of(FeedItem item, FeedChoice choice, FeedWork work)
        {
            var events = item.Rendered(choice.Language, work);
            return new(events.Length, events.Sum(e => e.Octets.Length + (choice.Alarm is null ? 0 : OctetsOfAlarm)));
        }

        public static Size operator +(Size a, Size b) => new(a.Events + b.Events, a.Octets + b.Octets);
    }
}
