using NodaTime;
using Vuosikello.Calendars.Reading;
using Vuosikello.Calendars.Recurrence;
using Vuosikello.Domain;
using Vuosikello.Domain.Activities;

namespace Vuosikello.Web.ActivityFiles.Reading;

/// <summary>One activity that an event comes to.</summary>
/// <param name="Suffix">What tells it from others of the same UID: the day and time that it would have had; empty for the event itself.</param>
/// <param name="Event">The event, or the override that stands for this occurrence.</param>
internal sealed record TakenEvent(string Suffix, ReadEvent Event, TakenTime Time);

/// <summary>
/// What an event comes to in a year. A series is one recurring activity where the domain's rule gives the very same occurrences; days that fall
/// out or are otherwise are its exceptions, and each that is otherwise an activity of its own. Any other series is written out, an activity
/// for each occurrence.
/// </summary>
/// <param name="year">The year.</param>
/// <param name="effort">How much may be spent on all series of a file.</param>
internal sealed class CalendarSeries(int year, CancellationToken effort)
{
    /// <summary>Nobody plans in a series that is older: rules are counted from their beginning.</summary>
    private const int OldestYears = 100;

    /// <summary>Nor does anybody repeat what takes longer.</summary>
    private const int LongestYears = 2;

    private const int PlannedAhead = 2;

    private int _left = FileLimits.AllOccurrences;

    /// <returns>Null when it recurs so often that nobody plans it.</returns>
    public IReadOnlyList<TakenEvent>? Of(ReadEvent e, IReadOnlyList<ReadEvent> overrides)
    {
        if (e.Time.StartDate.Year > year + 1) return [];
        bool old = e.Time.StartDate.Year < year - OldestYears;
        if (e.Rule is null && e.Additions.IsEmpty && overrides.Count == 0) return !old && Starts(e) == year ? [new TakenEvent("", e, CalendarTimes.Of(e.Time))] : [];
        if (old || IsLong(e) || overrides.Any(IsLong)) return null;
        var set = ReadRecurrence.Of(e, overrides);
        if (set.Rules.Any(rule => rule.FindFault(set.Start.IsDate) is not null) || InYear(set = Bounded(set, year)) is not { } occurrences) return null;
        var places = new Dictionary<OccurrenceOverride, ReadEvent>(ReferenceEqualityComparer.Instance);
        for (int i = 0; i < set.Overrides.Length; i++) places[set.Overrides[i]] = overrides[i];
        var plain = occurrences.Where(o => o.Override is null).ToList();
        var others = occurrences.Where(o => o.Override is not null).Select(o => Alone(o, places[o.Override!]));
        if (plain.Count == 0) return [.. others];
        if (plain.Count == 1) return [new TakenEvent("", e, CalendarTimes.Of(plain[0])), .. others];
        return Whole(e, set, plain) is { } series ? [new TakenEvent("", e, new TakenTime(series, CalendarTimes.Of(plain[0]).HourAssumed)), .. others] : [.. plain.Select(o => Alone(o, e)), .. others];
    }

    /// <summary>How many occurrences of a series start in each other year, as far as anybody plans ahead; null where it never ends.</summary>
    public IReadOnlyDictionary<int, int>? Outside(ReadEvent e, IReadOnlyList<ReadEvent> overrides)
    {
        if (e.Rule is { End: RuleEnd.Never }) return null;
        var years = new SortedDictionary<int, int>();
        int seen = 0;
        foreach (var occurrence in Bounded(ReadRecurrence.Of(e, overrides), year + PlannedAhead).Occurrences())
        {
            int starts = CalendarTimes.Day(occurrence.Start).Year;
            if (starts > year + PlannedAhead || ++seen > FileLimits.Occurrences || --_left < 0 || effort.IsCancellationRequested) break;
            if (starts != year) years[starts] = years.GetValueOrDefault(starts) + 1;
        }
        return years;
    }

    /// <summary>The year in which an event starts where it takes place.</summary>
    public static int Starts(ReadEvent e) => ActivityStart.Of(CalendarTimes.Of(e.Time).Time).Year;

    private static bool IsLong(ReadEvent e) => CalendarTimes.EndYear(e.Time) > e.Time.StartDate.Year + LongestYears;

    private static TakenEvent Alone(Occurrence o, ReadEvent e) => new(FormattableString.Invariant($"{o.Id.Local:uuuuMMdd'T'HHmmss}"), e, CalendarTimes.Of(o));

    private List<Occurrence>? InYear(RecurrenceSet set)
    {
        var found = new List<Occurrence>();
        int seen = 0;
        foreach (var occurrence in set.Occurrences())
        {
            int starts = CalendarTimes.Day(occurrence.Start).Year;
            if (starts > year) break;
            if (++seen > FileLimits.Occurrences || found.Count > FileLimits.Rows || --_left < 0 || effort.IsCancellationRequested) return null;
            if (starts == year) found.Add(occurrence);
        }
        return found;
    }

    // What comes after the year does not matter, and a rule that never gives anything is not followed to the end of time. COUNT stays where it ends the rule before.
    private static RecurrenceSet Bounded(RecurrenceSet set, int until)
    {
        var last = new RuleEnd.LastDay(new LocalDate(until, 12, 31));
        return set with { Rules = [.. set.Rules.Select(rule => EndsLater(rule, set.Start, last) ? rule with { End = last } : rule)] };
    }

    private static bool EndsLater(RecurrenceRule rule, CalendarTime start, RuleEnd.LastDay last) => rule.End switch
    {
        RuleEnd.Never => true,
        RuleEnd.LastDay until => until.Date > last.Date,
        RuleEnd.Count count => (rule with { End = last }).Occurrences(start.Local).Take(Math.Min(count.Occurrences, FileLimits.Occurrences)).Count() < count.Occurrences,
        _ => false,
    };

    private static ActivityTime.Recurring? Whole(ReadEvent e, RecurrenceSet set, List<Occurrence> plain)
    {
        if (e.Rule is not { } rule || !e.Additions.IsEmpty || set.Overrides.Any(o => o.AndFuture)) return null;
        var times = plain.Select(o => CalendarTimes.Of(o).Time).ToList();
        var days = plain.Select(o => CalendarTimes.Day(o.Start)).ToList();
        if (Rule(rule, days[^1]) is not { } recurrence) return null;
        var made = Occurrences.Dates(days[0], recurrence).ToList();
        var series = new ActivityTime.Recurring(times[0], recurrence, made.Except(days).ToValueList());
        return Occurrences.Of(series).SequenceEqual(times) ? series : null;
    }

    private static Recurrence? Rule(RecurrenceRule rule, LocalDate until)
    {
        bool other = !rule.BySecond.IsEmpty || !rule.ByMinute.IsEmpty || !rule.ByHour.IsEmpty || !rule.ByYearDay.IsEmpty || !rule.ByWeekNumber.IsEmpty
            || !rule.ByMonth.IsEmpty || !rule.BySetPosition.IsEmpty || rule.Interval > 99 || rule.ByMonthDay.Length > 1;
        if (other) return null;
        return rule.Frequency switch
        {
            RuleFrequency.Daily when rule.ByDay.IsEmpty && rule.ByMonthDay.IsEmpty => new Recurrence(Frequency.Daily, rule.Interval, until, []),
            RuleFrequency.Weekly when rule.ByDay.All(d => d.Ordinal == 0) => new Recurrence(Frequency.Weekly, rule.Interval, until, rule.ByDay.Select(d => d.Weekday).Distinct().Order().ToValueList()),
            RuleFrequency.Monthly when rule is { ByDay: [{ Ordinal: not 0 } day], ByMonthDay: [] } => new Recurrence(Frequency.Monthly, rule.Interval, until, [], MonthWeek: day.Ordinal, MonthWeekday: day.Weekday),
            RuleFrequency.Monthly when rule.ByDay.IsEmpty => new Recurrence(Frequency.Monthly, rule.Interval, until, [], MonthDay: rule.ByMonthDay is [var of] ? of : null),
            _ => null,
        };
    }
}
