using NodaTime;
using NodaTime.TimeZones;
using Vuosikello.Calendars.TimeZones;

namespace Vuosikello.Calendars.Recurrence.Expansion;

/// <summary>From local times to moments, for times that come in order: while they stay well inside one stretch of a zone's clock, it is an addition.</summary>
internal sealed class ZoneClock(DateTimeZone zone)
{
    private long _from = long.MaxValue;
    private long _to = long.MinValue;
    private long _offset;

    /// <summary>The moment of a local time (RFC 5545 section 3.3.5): of two the first; of a skipped one, by the offset before the gap.</summary>
    /// <param name="gap">When the time is skipped: the stretch that begins with the jump.</param>
    public long At(long local, out ZoneInterval? gap)
    {
        gap = null;
        if (local >= _from && local < _to) return local - _offset;
        // As if the clock were UTC's: less than a day beside the moment, and so in its stretch unless that begins or ends near it.
        Remember(zone.GetZoneInterval(Instant.FromUnixTimeSeconds(local)));
        if (local >= _from && local < _to) return local - _offset;
        var map = zone.MapLocal(LocalSeconds.ToTime(local));
        if (map.Count == 0)
        {
            gap = map.LateInterval;
            return local - map.EarlyInterval.WallOffset.Seconds;
        }
        return local - map.EarlyInterval.WallOffset.Seconds;
    }

    public int OffsetBefore(ZoneInterval after) => zone.GetUtcOffset(after.Start - Duration.Epsilon).Seconds;

    private void Remember(ZoneInterval stretch)
    {
        _offset = stretch.WallOffset.Seconds;
        _from = stretch.HasStart ? stretch.Start.ToUnixTimeSeconds() + _offset + LocalMoments.Margin : long.MinValue;
        _to = stretch.HasEnd ? stretch.End.ToUnixTimeSeconds() + _offset - LocalMoments.Margin : long.MaxValue;
    }
}
