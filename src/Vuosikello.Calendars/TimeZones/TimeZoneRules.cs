using System.Collections.Immutable;
using NodaTime;
using Vuosikello.Calendars.Recurrence;

namespace Vuosikello.Calendars.TimeZones;

/// <summary>
/// A time zone's offsets over some years as a VTIMEZONE says them (RFC 5545 section 3.6.5): observances that recur by a
/// yearly rule where the changes of the clock do, and single ones where they do not.
/// </summary>
/// <param name="Id">The TZDB id, which events name as TZID.</param>
/// <param name="Observances">By their first onset. Never empty: the first one reaches back before the first day that was asked for.</param>
public sealed record TimeZoneRules(string Id, ImmutableArray<Observance> Observances)
{
    /// <summary>Makes the rules from the zone's data.</summary>
    /// <param name="zone">Any zone but UTC.</param>
    /// <param name="from">The first day, in the zone, on which the rules have to be right.</param>
    /// <param name="to">The last one. Rules that still hold then go on without an end.</param>
    public static TimeZoneRules Of(DateTimeZone zone, LocalDate from, LocalDate to) => new(zone.Id, ObservanceFinder.Find(zone, from, to));
}

/// <summary>One STANDARD or DAYLIGHT part.</summary>
/// <param name="Daylight">True while clocks are ahead of the zone's standard time.</param>
/// <param name="Name">TZNAME, such as EET.</param>
/// <param name="Onset">DTSTART: when it first begins, on the clock as it was before.</param>
/// <param name="OffsetFrom">TZOFFSETFROM: the offset before it.</param>
/// <param name="OffsetTo">TZOFFSETTO: the offset in it.</param>
/// <param name="Rule">On which days it begins again: a yearly rule, which ends by UNTIL in UTC or not at all; null when it begins once.</param>
public sealed record Observance(bool Daylight, string Name, LocalDateTime Onset, Offset OffsetFrom, Offset OffsetTo, RecurrenceRule? Rule);
