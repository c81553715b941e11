using NodaTime;
using NodaTime.Text;
using NodaTime.TimeZones;
using Vuosikello.Domain.Activities;

namespace Vuosikello.Web.Past;

/// <summary>A moment that somebody wants to see things at, as it stands in an address: <c>?at=2026-09-01T12:00</c>.</summary>
/// <param name="Text">As addresses have it, whatever way it was typed.</param>
/// <param name="Local">On the clock of Helsinki.</param>
/// <param name="Instant">The moment. Of an hour that comes twice the first is meant.</param>
/// <param name="Twice">The clock showed this time twice that night.</param>
/// <param name="Skipped">The clock skipped the time that was asked for; <paramref name="Local"/> is the first after it.</param>
public sealed record PastMoment(string Text, LocalDateTime Local, Instant Instant, bool Twice = false, bool Skipped = false)
{
    private static readonly DateTimeZone Helsinki = DateTimeZoneProviders.Tzdb[Zones.Helsinki];
    private static readonly LocalDateTimePattern Minutes = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm");

    private static readonly IPattern<LocalDateTime>[] Patterns =
    [
        Minutes, LocalDateTimePattern.ExtendedIso, LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm"),
        LocalDateTimePattern.CreateWithInvariantCulture("d.M.uuuu H.mm"), LocalDateTimePattern.CreateWithInvariantCulture("d.M.uuuu 'klo' H.mm"),
        LocalDateTimePattern.CreateWithInvariantCulture("d.M.uuuu H:mm"), LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd"),
        LocalDateTimePattern.CreateWithInvariantCulture("d.M.uuuu"),
    ];

    /// <summary>What the address has after <c>?</c>.</summary>
    public string Query => $"at={Uri.EscapeDataString(Text)}";

    /// <summary>As a date-and-time control wants it: the minute, on the clock of Helsinki.</summary>
    public string Typed => Minutes.Format(Local);

    /// <summary>The day in Helsinki.</summary>
    public LocalDate Day => Local.Date;

    /// <summary>
    /// Reads a date and time on the clock of Helsinki, as browsers send it or as Finns write it (a date alone is its midnight),
    /// or a moment in UTC (<c>2026-10-25T01:30:00Z</c>), which also tells the hours apart that the clock shows twice.
    /// </summary>
    /// <returns>The minute that it falls in, as an address asks for no less: what is made of a moment is kept, and a day has few minutes but many instants. Null for anything else.</returns>
    public static PastMoment? Read(string typed)
    {
        typed = typed.Trim();
        if (InstantPattern.ExtendedIso.Parse(typed) is { Success: true } utc) return Of(Minute(utc.Value));
        foreach (var pattern in Patterns)
        {
            if (pattern.Parse(typed) is { Success: true } local) return Of(local.Value);
        }
        return null;
    }

    /// <summary>This very moment.</summary>
    public static PastMoment Of(Instant moment) => new(InstantPattern.ExtendedIso.Format(moment), moment.InZone(Helsinki).LocalDateTime, moment);

    /// <summary>The first minute by which what happened at the moment had happened.</summary>
    public static PastMoment After(Instant moment) => Of(Minute(moment) == moment ? moment : Minute(moment) + Duration.FromMinutes(1));

    private static Instant Minute(Instant moment)
    {
        long seconds = moment.ToUnixTimeSeconds();
        return Instant.FromUnixTimeSeconds(seconds - (((seconds % 60) + 60) % 60));
    }

    private static PastMoment Of(LocalDateTime asked)
    {
        asked = asked.Date + new LocalTime(asked.Hour, asked.Minute);
        var mapping = Helsinki.MapLocal(asked);
        var found = mapping.Count == 0 ? Resolvers.ReturnStartOfIntervalAfter(asked, Helsinki, mapping.EarlyInterval, mapping.LateInterval) : mapping.First();
        return new(Minutes.Format(asked), found.LocalDateTime, found.ToInstant(), Twice: mapping.Count == 2, Skipped: mapping.Count == 0);
    }
}
