using Vuosikello.Domain;
using Vuosikello.Projections.Boards;

namespace Vuosikello.Web.Board;

/// <summary>Where boards and their activities are.</summary>
public static class BoardAddresses
{
    public static string Of(CycleId cycle) => $"/{cycle.Partnership}/{cycle.Year}";

    public static string Of(CycleId cycle, ActivityId activity) => $"/{cycle.Partnership}/{cycle.Year}/activities/{activity}";

    public static string Of(ActivityView activity) => Of(activity.State.Cycle, activity.Id);
}
