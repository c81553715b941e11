using System.Collections.Immutable;
using Vuosikello.Domain.Activities;
using Vuosikello.Projections.Boards;

namespace Vuosikello.Projections.Wheel;

/// <summary>How an activity looks on the wheel.</summary>
internal enum MarkShape
{
    Day,
    Span,
    Months,
    Recurring,
}

/// <summary>An activity as it lies in the year.</summary>
/// <param name="Number">Its place on the board, from 1; 0 for what runs in from the year before.</param>
/// <param name="Sweeps">Where it takes place, in order: one sweep, or one per occurrence.</param>
/// <param name="RunsIn">It began in an earlier year.</param>
/// <param name="RunsOut">It goes on into the next year.</param>
internal sealed record Mark(ActivityView Activity, int Number, MarkShape Shape, ImmutableArray<Sweep> Sweeps, bool RunsIn, bool RunsOut)
{
    public Sweep Whole => new(Sweeps[0].From, Sweeps[^1].To);

    /// <summary>The activity's mark, or null when nothing of it lies in the year.</summary>
    public static Mark? Of(ActivityView activity, int number, YearCircle year)
    {
        var time = activity.Details.Time;
        var days = (time is ActivityTime.Recurring recurring ? Occurrences.Of(recurring) : [time])
            .Select(DaysOf)
            .Where(d => d.Last >= year.First && d.First <= year.Last)
            .ToList();
        if (days.Count == 0) return null;
        var shape = time switch
        {
            ActivityTime.Recurring when days.Count > 1 => MarkShape.Recurring,
            ActivityTime.Months => MarkShape.Months,
            _ => days[0].First == days[0].Last ? MarkShape.Day : MarkShape.Span,
        };
        return new Mark(
            activity, number, shape, [.. days.Select(d => year.Within(d.First, d.Last)!.Value)],
            days[0].First < year.First, days[^1].Last > year.Last);
    }

    /// <summary>First and last day. An evening that ends before noon of the next day is still that evening.</summary>
    private static (NodaTime.LocalDate First, NodaTime.LocalDate Last) DaysOf(ActivityTime time) => time switch
    {
        ActivityTime.Exact t when t.End <= t.Start.Date.PlusDays(1).At(NodaTime.LocalTime.Noon) => (t.Start.Date, t.Start.Date),
        ActivityTime.Exact t => (t.Start.Date, t.End.Date),
        ActivityTime.Days t => (t.First, t.Last),
        ActivityTime.Months t => (t.First.OnDayOfMonth(1), t.Last.ToDateInterval().End),
        _ => throw new ArgumentOutOfRangeException(nameof(time)),
    };
}
