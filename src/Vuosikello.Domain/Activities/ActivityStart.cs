using NodaTime;

namespace Vuosikello.Domain.Activities;

/// <summary>When an activity starts.</summary>
public static class ActivityStart
{
    /// <summary>
    /// The moment at which the activity (of a recurring one: its first occurrence that is no exception) starts. Days and
    /// months start with their first day in Helsinki. Of an hour that comes twice the first is meant; a local time that its
    /// zone skips counts as the moment after the gap; an unknown zone counts as Helsinki.
    /// </summary>
    public static ZonedDateTime Of(ActivityTime time) => time switch
    {
        ActivityTime.Exact t => (Zone(t.Zone) ?? Helsinki).ResolveLocal(t.Start, FirstOfTwo),
        ActivityTime.Days t => Helsinki.AtStartOfDay(t.First),
        ActivityTime.Months t => Helsinki.AtStartOfDay(t.First.OnDayOfMonth(1)),
        ActivityTime.Recurring t => Of(Occurrences.Of(t).FirstOrDefault() ?? t.First),
        _ => throw new ArgumentOutOfRangeException(nameof(time)),
    };

    internal static DateTimeZone? Zone(string id) => id is null ? null : DateTimeZoneProviders.Tzdb.GetZoneOrNull(id);

    private static readonly DateTimeZone Helsinki = DateTimeZoneProviders.Tzdb[Zones.Helsinki];

    private static readonly NodaTime.TimeZones.ZoneLocalMappingResolver FirstOfTwo =
        NodaTime.TimeZones.Resolvers.CreateMappingResolver(
            NodaTime.TimeZones.Resolvers.ReturnEarlier, NodaTime.TimeZones.Resolvers.ReturnStartOfIntervalAfter);
}
