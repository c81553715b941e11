using NodaTime;
using Vuosikello.Domain.Activities;
using Vuosikello.Projections.Partnerships;

namespace Vuosikello.Web.Board;

/// <summary>Which year of a partnership somebody wants to see who has not said which.</summary>
public static class RunningYear
{
    private static readonly DateTimeZone Helsinki = DateTimeZoneProviders.Tzdb[Zones.Helsinki];

    /// <summary>The day it is in Helsinki.</summary>
    public static LocalDate Today(this IClock clock) => clock.GetCurrentInstant().InZone(Helsinki).Date;

    /// <summary>This year where the partnership has it, else its newest; null where it has none.</summary>
    public static CycleView? Of(PartnershipView partnership, IClock clock) =>
        partnership.Years.FirstOrDefault(cycle => cycle.Year == clock.Today().Year) ?? partnership.Years.FirstOrDefault();
}
