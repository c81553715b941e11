using NodaTime.Text;
using Vuosikello.Calendars.Reading;

namespace Vuosikello.Calendars.Tests.Reading;

public sealed class ReadRecurrenceTests
{
    private static string[] Occurrences(CalendarReading reading) =>
        [.. ReadRecurrence.Of(reading.Events[0], reading.Events.Skip(1)).Occurrences().Take(20).Select(o => $"{o.Start} {o.End}")];

    [Fact]
    public void An_event_takes_place_by_its_rule_without_its_exceptions_and_with_its_overrides()
    {
        var reading = CalendarReader.Parse(File.ReadAllBytes(CorpusTests.Files.Single(f => f.EndsWith("google.ics", StringComparison.Ordinal))));

        Assert.Equal(
            ["03-03T17", "03-10T17", "03-18T18", "03-24T17", "03-31T17", "04-14T17"],
            ReadRecurrence.Of(reading.Events[0], reading.Events.Skip(1)).Occurrences().Select(o => LocalDateTimePattern.CreateWithInvariantCulture("MM-dd'T'HH").Format(o.Start.Local)));
    }

    [Fact]
    public void A_day_of_DURATION_is_a_day_on_the_clock() =>
        Assert.Equal(
            ["2026-03-27T12:00:00[Europe/Helsinki] 2026-03-28T12:00:00[Europe/Helsinki]", "2026-03-28T12:00:00[Europe/Helsinki] 2026-03-29T12:00:00[Europe/Helsinki]"],
            Occurrences(ReadingExample.Event("DTSTART;TZID=Europe/Helsinki:20260327T120000", "DURATION:P1D", "RRULE:FREQ=DAILY;COUNT=2")));

    [Fact]
    public void Further_dates_take_place_too() =>
        Assert.Equal(["2026-03-27 2026-03-28", "2026-05-01 2026-05-02"], Occurrences(ReadingExample.Event("DTSTART;VALUE=DATE:20260327", "RDATE;VALUE=DATE:20260501")));
}
