using System.Collections.Immutable;
using NodaTime;
using Vuosikello.Calendars;
using Vuosikello.Calendars.Recurrence;

namespace Vuosikello.Benchmarks.Calendars;

/// <summary>Events as a planner's feed has them: about 800 octets each, three of ten recurring, three of ten on whole days.</summary>
internal static class SampleCalendar
{
    private const string Text =
        "Kaikille avoin työpaja, jossa valmistellaan seuraavan vuoden yhteisiä tapahtumia.\nOhjelma: avaus; ryhmätyöt, yhteenveto ja keskustelu.\n"
        + "Mukaan ovat tervetulleita kunnat, yhdistykset, seurakunnat ja asukkaat. Kahvitarjoilu. Ilmoittautuminen viimeistään viikkoa ennen.\nYhteys: koordinaattori, vaihde.";

    public static CalendarHeader Header { get; } = new() { ProductId = "-//Vuosikello//Benchmarks//FI", Name = "Vuosikello", TimeZone = "Europe/Helsinki" };

    public static ImmutableArray<CalendarEvent> Events(int count) => [.. Enumerable.Range(0, count).Select(Event)];

    private static CalendarEvent Event(int n)
    {
        var zone = DateTimeZoneProviders.Tzdb["Europe/Helsinki"];
        var day = new LocalDate(2026, 1, 1).PlusDays(n * 7 % 365);
        var start = day.At(new LocalTime(8 + (n % 10), 0));
        bool recurs = n % 10 is 7 or 8 or 9;
        return new CalendarEvent
        {
            Uid = $"{n:x8}-7c1f-4a55-9d0e-5b1f6f2f7a10@vuosikello",
            Stamp = Instant.FromUtc(2026, 1, 1, 8, 0).Plus(Duration.FromMinutes(n)),
            Time = n % 10 is 4 or 5 or 6 ? new EventTime.AllDay(day, day.PlusDays(n % 3)) : new EventTime.Zoned(start, start.PlusHours(2), zone),
            Rule = recurs ? Rule(n, day) : null,
            Exceptions = recurs && n % 4 == 0 ? [day.PlusWeeks(1)] : [],
            Sequence = n % 7,
            Created = Instant.FromUtc(2025, 11, 1, 8, 0),
            LastModified = Instant.FromUtc(2026, 1, 1, 8, 0).Plus(Duration.FromMinutes(n)),
            Status = n % 20 == 0 ? EventStatus.Cancelled : EventStatus.Confirmed,
            Summary = $"Tapahtuma {n}: yhteinen työpaja Järvenpäässä",
            Description = Text,
            Location = "Kunnantalo, Keskuskatu 1",
            Categories = ["Yhdistysten tuki", "Tilat, tiedotus"],
            Url = new Uri($"https://vuosikello.example/kuuma-seutu/2026?activity={n:x8}"),
        };
    }

    private static RecurrenceRule Rule(int n, LocalDate day) => (n % 3) switch
    {
        0 => new RecurrenceRule { Frequency = RuleFrequency.Weekly, ByDay = [new(day.DayOfWeek)], End = new RuleEnd.LastDay(day.PlusWeeks(12)) },
        1 => new RecurrenceRule { Frequency = RuleFrequency.Weekly, Interval = 2, End = new RuleEnd.Count(12) },
        _ => new RecurrenceRule { Frequency = RuleFrequency.Monthly, ByDay = [new(day.DayOfWeek, day.Day > 28 ? -1 : ((day.Day - 1) / 7) + 1)], End = new RuleEnd.LastDay(day.PlusMonths(10)) },
    };
}
