using NodaTime;
using Vuosikello.Domain;
using Vuosikello.Domain.Activities;
using Vuosikello.Projections.Boards;
using Vuosikello.Projections.Partnerships;

namespace Vuosikello.Web.PremisesRegisters;

/// <summary>What takes place in premises, and what meets there at the same time: people are told, nothing is refused.</summary>
public sealed class PremisesInUse(IPartnershipViews partnerships, IBoardViews boards)
{
    /// <summary>More occurrences of a recurring activity are not compared.</summary>
    private const int MostOccurrences = 400;

    /// <summary>The activities of a year in some premises, without those that were cancelled.</summary>
    public IReadOnlyList<ActivityView> Of(CycleId cycle, PremisesId premises) => boards.Find(cycle) is not { } board ? []
        : [.. board.Activities.Where(a => a.Details.Venue?.Premises == premises && a.State.Status != ActivityStatus.Cancelled)];

    /// <summary>Other activities that are in the same premises while this one is. Months say nothing of a day, and meet nobody.</summary>
    public IReadOnlyList<ActivityView> Meeting(ActivityView activity)
    {
        if (activity.Details.Venue?.Premises is not { } premises || activity.State.Status == ActivityStatus.Cancelled) return [];
        if (partnerships.Find(activity.State.Cycle.Partnership) is not { } partnership) return [];
        var own = Times(activity.Details.Time);
        // What begins in one year may last into the next.
        return
        [
            .. partnership.Years.Where(year => Math.Abs(year.Year - activity.State.Cycle.Year) <= 1)
                .SelectMany(year => Of(year.State.Id, premises))
                .Where(other => other.Id != activity.Id && Times(other.Details.Time).Any(theirs => own.Any(mine => mine.From < theirs.To && theirs.From < mine.To))),
        ];
    }

    /// <summary>From when to when it has the place; a day has it from midnight to midnight in Helsinki.</summary>
    private static List<(Instant From, Instant To)> Times(ActivityTime time) => time switch
    {
        ActivityTime.Exact exact => [(At(exact.Start, exact.Zone), At(exact.End, exact.Zone))],
        ActivityTime.Days days => [(At(days.First.AtMidnight(), Zones.Helsinki), At(days.Last.PlusDays(1).AtMidnight(), Zones.Helsinki))],
        ActivityTime.Recurring recurring => [.. Occurrences.Of(recurring).Take(MostOccurrences).SelectMany(Times)],
        _ => [],
    };

    private static Instant At(LocalDateTime local, string zone) => local.InZoneLeniently(DateTimeZoneProviders.Tzdb[zone]).ToInstant();
}
