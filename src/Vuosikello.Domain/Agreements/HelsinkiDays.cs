using NodaTime;
using Vuosikello.Domain.Activities;

namespace Vuosikello.Domain.Agreements;

/// <summary>Days of an agreement are days in Helsinki, whatever the server's clock is set to.</summary>
public static class HelsinkiDays
{
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb[Zones.Helsinki];

    /// <summary>The day that it is in Helsinki at a moment.</summary>
    public static LocalDate Of(Instant moment) => moment.InZone(Zone).Date;

    /// <summary>The moment at which a day begins in Helsinki.</summary>
    public static Instant StartOf(LocalDate day) => Zone.AtStartOfDay(day).ToInstant();
}
