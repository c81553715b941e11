using System.Collections.Immutable;
using NodaTime;
using Vuosikello.Calendars;
using Vuosikello.Calendars.Recurrence;
using Vuosikello.Domain.Activities;

namespace Vuosikello.Projections.Feeds.Items;

/// <summary>When one VEVENT of an activity takes place.</summary>
/// <param name="Suffix">Told apart by it where an activity needs several events: the starting day, such as <c>-20260131</c>; otherwise empty.</param>
internal sealed record EventWhen(string Suffix, EventTime Time, RecurrenceRule? Rule, ImmutableArray<LocalDate> Exceptions);

/// <summary>
/// From an activity's time to events that every program shows on the same hours. What programs would disagree on is said
/// otherwise: a time that Helsinki's clock skips or shows twice is written in UTC, and a rule that is not portable, or whose
/// occurrences are not all alike in length because the clock changes during one, is written out as its occurrences.
/// </summary>
internal static class EventTimes
{
    public static IEnumerable<EventWhen> Of(ActivityTime time) =>
        time is ActivityTime.Recurring recurring ? OfRecurring(recurring) : [new EventWhen("", Single(time), null, [])];

    /// <summary>The zone that an activity is planned in; Helsinki's where TZDB does not know the one it names.</summary>
    public static DateTimeZone Zone(string id) =>
        DateTimeZoneProviders.Tzdb.GetZoneOrNull(id) ?? DateTimeZoneProviders.Tzdb[Zones.Helsinki];

    private static IEnumerable<EventWhen> OfRecurring(ActivityTime.Recurring recurring)
    {
        var first = Single(recurring.First);
        var start = Occurrences.FirstDay(recurring.First);
        var rule = Rules.Of(recurring.Rule, start);
        var dates = rule.Occurrences(start).ToArray();
        var occurrences = dates.Except(recurring.Exceptions).Select(date => (Date: date, Time: Single(Moved(recurring.First, date)))).ToArray();
        if (occurrences.Length == 0) return [];
        if (dates[0] == start && rule.IsPortable(start) && occurrences.All(o => Alike(o.Time, first)))
        {
            return [new EventWhen("", first, rule, [.. recurring.Exceptions.Intersect(dates).Order()])];
        }
        return occurrences.Select(o => new EventWhen(Invariant($"-{o.Date:uuuuMMdd}"), o.Time, null, []));
    }

    private static bool Alike(EventTime occurrence, EventTime first) => (occurrence, first) switch
    {
        (EventTime.AllDay, EventTime.AllDay) => true,
        (EventTime.Zoned o, EventTime.Zoned f) => Length(o) == LengthOnTheClock(f),
        _ => false,
    };

    /// <summary>As far as the hands of the clock go. Where it is changed meanwhile, ical.js takes the days of a recurring event's length for days on the clock.</summary>
    private static Duration LengthOnTheClock(EventTime.Zoned time) => Period.Between(time.Start, time.End, PeriodUnits.Seconds).ToDuration();

    private static Duration Length(EventTime.Zoned time) =>
        time.End.InZoneLeniently(time.Zone).ToInstant() - time.Start.InZoneLeniently(time.Zone).ToInstant();

    private static EventTime Single(ActivityTime time) => time switch
    {
        ActivityTime.Exact t => Exact(t.Start, t.End, Zone(t.Zone)),
        ActivityTime.Days t => new EventTime.AllDay(t.First, t.Last),
        ActivityTime.Months t => new EventTime.AllDay(t.First.OnDayOfMonth(1), t.Last.ToDateInterval().End),
        _ => throw new ArgumentOutOfRangeException(nameof(time)),
    };

    private static EventTime Exact(LocalDateTime start, LocalDateTime end, DateTimeZone zone)
    {
        bool plain = zone != DateTimeZone.Utc && zone.MapLocal(start).Count == 1 && zone.MapLocal(end).Count == 1;
        if (plain) return new EventTime.Zoned(start, end, zone);
        var (from, to) = (start.InZoneLeniently(zone).ToInstant(), end.InZoneLeniently(zone).ToInstant());
        // Of two times around a skipped hour the later one can come to stand beside or before the earlier: the length counts then.
        return new EventTime.Utc(from, to > from ? to : from + Period.Between(start, end, PeriodUnits.Seconds).ToDuration());
    }

    private static ActivityTime Moved(ActivityTime first, LocalDate to) => first switch
    {
        ActivityTime.Exact t => t with { Start = to + t.Start.TimeOfDay, End = t.End.PlusDays(Period.DaysBetween(t.Start.Date, to)) },
        ActivityTime.Days t => new ActivityTime.Days(to, to.PlusDays(Period.DaysBetween(t.First, t.Last))),
        _ => throw new ArgumentOutOfRangeException(nameof(first)),
    };

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
