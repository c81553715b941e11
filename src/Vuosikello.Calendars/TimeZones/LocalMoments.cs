using NodaTime;
using Vuosikello.Calendars.Recurrence.Expansion;

namespace Vuosikello.Calendars.TimeZones;

/// <summary>From the time on a zone's clock to the moment, without the objects that NodaTime makes for it where the clock is changed on no day near.</summary>
internal static class LocalMoments
{
    /// <summary>More than any change of offset: further than this from a stretch's ends, a local time is neither skipped nor repeated.</summary>
    public const long Margin = 2 * LocalSeconds.PerDay;

    /// <summary>The moment of a local time (RFC 5545 section 3.3.5): of two the first; of a skipped one, as much after the jump.</summary>
    public static Instant MomentOf(this DateTimeZone zone, LocalDateTime local)
    {
        // As if the clock were UTC's: less than a day beside the moment.
        var near = Instant.FromUnixTimeSeconds(LocalSeconds.Of(local));
        var stretch = zone.GetZoneInterval(near);
        bool within = (!stretch.HasStart || near - stretch.Start > Far) && (!stretch.HasEnd || stretch.End - near > Far);
        return within ? local.WithOffset(stretch.WallOffset).ToInstant() : local.InZoneLeniently(zone).ToInstant();
    }

    private static readonly Duration Far = Duration.FromSeconds(Margin);
}
