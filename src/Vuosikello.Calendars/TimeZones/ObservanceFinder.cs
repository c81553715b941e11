using System.Collections.Immutable;
using NodaTime;

namespace Vuosikello.Calendars.TimeZones;

/// <summary>Finds yearly rules in the changes of a zone's clock.</summary>
internal static class ObservanceFinder
{
    /// <summary>How far beyond the wanted days changes are told, because programs look ahead.</summary>
    private const int YearsAhead = 2;

    /// <summary>How far beyond the wanted days a rule has to be seen to go on before it is taken to have no end: dates come back on their weekdays within 40 years, past 2100 as well.</summary>
    private const int YearsSeen = 40;
    private const int LastYear = 9990;

    public static ImmutableArray<Observance> Find(DateTimeZone zone, LocalDate from, LocalDate to)
    {
        int seenYear = Math.Min(to.Year + YearsSeen, LastYear);
        var told = to.Year > LastYear ? to : to.PlusYears(YearsAhead);
        var start = from.AtStartOfDayInZone(zone).ToInstant();
        var runs = new List<ObservanceRun>();
        foreach (var change in Changes(zone, start, told.AtStartOfDayInZone(zone).ToInstant(), new LocalDate(Math.Max(seenYear, told.Year) + 1, 1, 1).AtStartOfDayInZone(zone).ToInstant()))
        {
            if (!runs.Exists(run => run.TryTake(change.Change))) runs.Add(new ObservanceRun(change.Change, change.IsTold));
        }
        return [.. runs.Where(run => run.IsTold(seenYear)).Select(run => run.ToObservance(seenYear)).OrderBy(o => o.Onset)];
    }

    /// <summary>The change that holds at the start and those after it, to the end.</summary>
    private static IEnumerable<(ClockChange Change, bool IsTold)> Changes(DateTimeZone zone, Instant start, Instant told, Instant end)
    {
        var first = zone.GetZoneInterval(start);
        // The offset that holds at the start: where it has no beginning, one long before serves as well.
        if (!first.HasStart) yield return (new ClockChange(first, (start - Duration.FromDays(366)).WithOffset(first.WallOffset).LocalDateTime, first.WallOffset, null), true);
        for (var at = first; ; at = zone.GetZoneInterval(at.End))
        {
            if (at.HasStart && (at.Start < end || at == first))
            {
                var before = zone.GetZoneInterval(at.Start - Duration.Epsilon).WallOffset;
                yield return (new ClockChange(at, at.Start.WithOffset(before).LocalDateTime, before, at.Start), at.Start < told || at == first);
            }
            if (!at.HasEnd || at.End >= end) yield break;
        }
    }
}
