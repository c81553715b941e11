using Vuosikello.Domain;
using Vuosikello.Events;

namespace Vuosikello.Projections.Boards;

/// <summary>Which activities a year has ever had, for whoever reads its past.</summary>
internal interface IBoardActivities
{
    /// <summary>The position of the last event of the year or of any of its activities; null when there is no such year.</summary>
    Position? PositionOf(CycleId cycle);

    /// <summary>All activities ever planned in the year as they are now, withdrawn ones included, in no order.</summary>
    IReadOnlyList<ActivityView> EverIn(CycleId cycle);
}
