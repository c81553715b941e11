using NodaTime;
using Vuosikello.Domain.Activities;

namespace Vuosikello.Projections.Boards;

/// <summary>From the kinds of time to days.</summary>
public static class ActivitySpans
{
    /// <summary>The day on which the (first occurrence of the) activity starts.</summary>
    public static LocalDate FirstDay(ActivityTime time) => time switch
    {
        ActivityTime.Exact t => t.Start.Date,
        ActivityTime.Days t => t.First,
        ActivityTime.Months t => t.First.OnDayOfMonth(1),
        ActivityTime.Recurring t => FirstDay(t.First),
        _ => throw new ArgumentOutOfRangeException(nameof(time)),
    };
}
