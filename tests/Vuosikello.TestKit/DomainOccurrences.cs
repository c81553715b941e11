using NodaTime;
using NodaTime.Text;
using Vuosikello.Domain.Activities;

namespace Vuosikello.TestKit;

/// <summary>What a calendar program has to show of an activity, worked out from the domain and not from what the feed is made with.</summary>
public static class DomainOccurrences
{
    private static readonly InstantPattern Utc = InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss'Z'");

    public static IEnumerable<DomainShown> Of(Activity activity, string language)
    {
        var times = activity.Details.Time is ActivityTime.Recurring recurring ? Occurrences.Of(recurring) : [activity.Details.Time];
        string mark = (activity.Status, language) switch
        {
            (ActivityStatus.Cancelled, "sv") => "INSTÄLLT: ",
            (ActivityStatus.Cancelled, "en") => "CANCELLED: ",
            (ActivityStatus.Cancelled, _) => "PERUTTU: ",
            (ActivityStatus.Withdrawn, "sv") => "BORTTAGET: ",
            (ActivityStatus.Withdrawn, "en") => "REMOVED: ",
            (ActivityStatus.Withdrawn, _) => "POISTETTU: ",
            _ => "",
        };
        string status = activity.Status switch { ActivityStatus.Cancelled or ActivityStatus.Withdrawn => "CANCELLED", ActivityStatus.Proposed => "TENTATIVE", _ => "CONFIRMED" };
        return times.Select(StartAndEnd).Select(time => new DomainShown(activity.Id.ToString()!, time.Start, time.End, mark + activity.Details.Title.In(language), status));
    }

    private static (string Start, string End) StartAndEnd(ActivityTime time) => time switch
    {
        ActivityTime.Exact t => Moments(t),
        ActivityTime.Days t => (LocalDatePattern.Iso.Format(t.First), LocalDatePattern.Iso.Format(t.Last.PlusDays(1))),
        ActivityTime.Months t => (LocalDatePattern.Iso.Format(t.First.OnDayOfMonth(1)), LocalDatePattern.Iso.Format(t.Last.PlusMonths(1).OnDayOfMonth(1))),
        _ => throw new ArgumentOutOfRangeException(nameof(time)),
    };

    /// <summary>Of an hour that the clock shows twice the first is meant; where the end would then come first, the length counts.</summary>
    private static (string Start, string End) Moments(ActivityTime.Exact time)
    {
        var zone = DateTimeZoneProviders.Tzdb[time.Zone];
        var (start, end) = (time.Start.InZoneLeniently(zone).ToInstant(), time.End.InZoneLeniently(zone).ToInstant());
        if (end <= start) end = start + Period.Between(time.Start, time.End, PeriodUnits.Seconds).ToDuration();
        return (Utc.Format(start), Utc.Format(end));
    }
}

/// <summary>One occurrence as programs have to show it.</summary>
/// <param name="Uid">The activity's id: the UID without what may follow it.</param>
/// <param name="Start">A time in UTC such as <c>2009-03-24T14:00:00Z</c>, or a date for whole days.</param>
/// <param name="End">The same; exclusive for whole days.</param>
public sealed record DomainShown(string Uid, string Start, string End, string Title, string Status);
