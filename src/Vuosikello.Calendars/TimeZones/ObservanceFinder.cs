using System.Collections.Immutable;
using NodaTime;
using NodaTime.TimeZones;
using Vuosikello.Calendars.Recurrence;

namespace Vuosikello.Calendars.TimeZones;

/// <summary>Finds yearly rules in the changes of a zone's clock.</summary>
internal static class ObservanceFinder
{
    /// <summary>How far beyond the wanted days a rule has to be seen to go on before it is taken to have no end.</summary>
    private const int YearsAhead = 2;

    public static ImmutableArray<Observance> Find(DateTimeZone zone, LocalDate from, LocalDate to)
    {
        var start = from.AtStartOfDayInZone(zone).ToInstant();
        var end = to.PlusYears(YearsAhead).AtStartOfDayInZone(zone).ToInstant();
        var changes = Changes(zone, start, end);
        var open = new List<Run>();
        var done = new List<Run>();
        foreach (var change in changes)
        {
            if (open.Find(run => run.Takes(change)) is { } run) run.Take(change);
            else
            {
                foreach (var stale in open.Where(r => r.Last.Onset.Year < change.Onset.Year - 1).ToArray())
                {
                    open.Remove(stale);
                    done.Add(stale);
                }
                open.Add(new Run(change));
            }
        }
        return [.. done.Concat(open).Select(run => run.ToObservance(to)).OrderBy(o => o.Onset)];
    }

    private static List<Change> Changes(DateTimeZone zone, Instant start, Instant end)
    {
        var changes = new List<Change>();
        var first = zone.GetZoneInterval(start);
        // The offset that holds at the start: where it has no beginning, one long before serves as well.
        if (!first.HasStart) changes.Add(new Change(first, (start - Duration.FromDays(366)).WithOffset(first.WallOffset).LocalDateTime, first.WallOffset, null));
        for (var at = first; ; at = zone.GetZoneInterval(at.End))
        {
            if (at.HasStart && (at.Start < end || at == first))
            {
                var before = zone.GetZoneInterval(at.Start - Duration.Epsilon).WallOffset;
                changes.Add(new Change(at, at.Start.WithOffset(before).LocalDateTime, before, at.Start));
            }
            if (!at.HasEnd || at.End >= end) return changes;
        }
    }

    private sealed record Change(ZoneInterval Interval, LocalDateTime Onset, Offset From, Instant? At);

    /// <summary>Changes in years that follow each other which one rule says.</summary>
    private sealed class Run
    {
        private readonly Change _first;
        private readonly HashSet<YearlyOnset> _days;

        public Run(Change first)
        {
            (_first, Last) = (first, first);
            _days = DaysOf(first.Onset.Date);
        }

        public Change Last { get; private set; }

        public bool Takes(Change next) =>
            next.At is not null && Last.At is not null
            && next.Onset.Year == Last.Onset.Year + 1
            && next.Onset.Month == Last.Onset.Month
            && next.Onset.TimeOfDay == Last.Onset.TimeOfDay
            && next.From == Last.From
            && next.Interval.WallOffset == Last.Interval.WallOffset
            && next.Interval.Savings == Last.Interval.Savings
            && next.Interval.Name == Last.Interval.Name
            && _days.Overlaps(DaysOf(next.Onset.Date));

        public void Take(Change next)
        {
            _days.IntersectWith(DaysOf(next.Onset.Date));
            Last = next;
        }

        public Observance ToObservance(LocalDate to)
        {
            bool recurs = Last != _first;
            bool goesOn = Last.Onset.Year >= to.Year + YearsAhead - 1;
            return new Observance(
                _first.Interval.Savings > Offset.Zero, _first.Interval.Name, _first.Onset, _first.From, _first.Interval.WallOffset,
                recurs ? Best() : null, recurs && !goesOn ? Last.At : null);
        }

        /// <summary>"The last Sunday" before "the fourth Sunday" before "the 26th": how legislators speak.</summary>
        private YearlyOnset Best() => _days.OrderBy(d => d.Weekday is null).ThenBy(d => d.Weekday?.Ordinal).First();

        private static HashSet<YearlyOnset> DaysOf(LocalDate date)
        {
            var days = new HashSet<YearlyOnset> { new(null, date.Day) };
            int daysInMonth = date.Calendar.GetDaysInMonth(date.Year, date.Month);
            if (date.Day <= 28) days.Add(new YearlyOnset(new RuleWeekday(date.DayOfWeek, ((date.Day - 1) / 7) + 1)));
            if (date.Day > daysInMonth - 7) days.Add(new YearlyOnset(new RuleWeekday(date.DayOfWeek, -1)));
            return days;
        }
    }
}
