using NodaTime;
using Vuosikello.Calendars;
using Vuosikello.Calendars.Recurrence;
using Vuosikello.Domain.Activities;

namespace Vuosikello.Web.ActivityFiles.Reading;

/// <summary>An event's time as an activity's.</summary>
/// <param name="HourAssumed">The event has no end: it was given an hour.</param>
/// <param name="Skipped">The clock of the zone skips its start or end: it was moved to the moment that RFC 5545 means.</param>
internal readonly record struct TakenTime(ActivityTime Time, bool HourAssumed = false, bool Skipped = false);

/// <summary>
/// From the times of calendars to those of activities, which are whole minutes on the clock of a zone. A moment in UTC becomes one on the clock
/// of Helsinki; the second of an hour that comes twice there stays in UTC, since the clock alone would mean the first.
/// </summary>
internal static class CalendarTimes
{
    private const string Utc = "Etc/UTC";
    public static readonly DateTimeZone Helsinki = DateTimeZoneProviders.Tzdb[Zones.Helsinki];

    /// <summary>An end beyond is as good as this one, which no year has room for; beyond the year 9999 no clock goes.</summary>
    private static readonly LocalDateTime Latest = new(3000, 1, 1, 0, 0);

    /// <param name="time">Starts long before <see cref="Latest"/>.</param>
    public static TakenTime Of(EventTime time) => time switch
    {
        EventTime.AllDay t => new(new ActivityTime.Days(t.First, LocalDate.Min(t.Last, Latest.Date))),
        EventTime.Zoned t => Exact(t.Start.InZoneLeniently(t.Zone), LocalDateTime.Min(t.End, Latest).InZoneLeniently(t.Zone)) with { Skipped = IsSkipped(t.Start, t.Zone) || IsSkipped(t.End, t.Zone) },
        EventTime.Utc t => Exact(t.Start.InZone(Helsinki), Instant.Min(t.End, Latest.InUtc().ToInstant()).InZone(Helsinki)),
        _ => throw new ArgumentOutOfRangeException(nameof(time)),
    };

    public static int EndYear(EventTime time) => time switch
    {
        EventTime.AllDay t => t.Last.Year,
        EventTime.Zoned t => t.End.Year,
        EventTime.Utc t => t.End.InUtc().Year,
        _ => throw new ArgumentOutOfRangeException(nameof(time)),
    };

    public static TakenTime Of(Occurrence occurrence)
    {
        if (occurrence.Start.IsDate) return new(new ActivityTime.Days(occurrence.Start.Local.Date, LocalDate.Max(occurrence.Start.Local.Date, occurrence.End.Local.Date.PlusDays(-1))));
        var zone = occurrence.Start.Zone is { } own && own != DateTimeZone.Utc ? own : Helsinki;
        return Exact(occurrence.Start.ToInstant(Helsinki).InZone(zone), occurrence.End.ToInstant(Helsinki).InZone(zone));
    }

    /// <summary>The day on which an occurrence starts where it takes place.</summary>
    public static LocalDate Day(CalendarTime start) => start.IsDate ? start.Local.Date
        : start.Zone is { } zone && zone != DateTimeZone.Utc ? start.Local.Date
        : start.ToInstant(Helsinki).InZone(Helsinki).Date;

    private static TakenTime Exact(ZonedDateTime start, ZonedDateTime end)
    {
        var zone = start.Zone;
        var (from, to) = (Minute(start.ToInstant()), Minute(end.ToInstant()));
        if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone.Id) is null || IsHelsinkis(zone, from, to)) zone = Helsinki;
        bool assumed = to <= from;
        if (assumed) to = from + Duration.FromHours(1);
        if (!IsFirst(from, zone) || !IsFirst(to, zone) || to.InZone(zone).LocalDateTime <= from.InZone(zone).LocalDateTime) zone = DateTimeZoneProviders.Tzdb[Utc];
        return new(new ActivityTime.Exact(from.InZone(zone).LocalDateTime, to.InZone(zone).LocalDateTime, zone.Id), assumed);
    }

    // Kyiv and Tallinn show the same hours, and Outlook calls all three by one name.
    private static bool IsHelsinkis(DateTimeZone zone, Instant from, Instant to) =>
        zone.GetUtcOffset(from) == Helsinki.GetUtcOffset(from) && zone.GetUtcOffset(to) == Helsinki.GetUtcOffset(to);

    private static Instant Minute(Instant moment) => Instant.FromUnixTimeSeconds(moment.ToUnixTimeSeconds() - (((moment.ToUnixTimeSeconds() % 60) + 60) % 60));

    private static bool IsFirst(Instant moment, DateTimeZone zone) => zone.MapLocal(moment.InZone(zone).LocalDateTime).First().ToInstant() == moment;

    private static bool IsSkipped(LocalDateTime time, DateTimeZone zone) => zone.MapLocal(time).Count == 0;
}
