using NodaTime.Text;
using Vuosikello.Calendars.Reading;

namespace Vuosikello.Calendars.Tests.Reading;

public sealed class ReadRecurrenceTests
{
    private static string[] Occurrences(CalendarReading reading) =>
        [.. ReadRecurrence.Of(reading.Events[0], reading.Events.Skip(1)).Occurrences().Take(20).Select(o => $"{o.Start} {o.End}")];

    [Theory]
    [InlineData("FREQ=SECONDLY;COUNT=5")]
    [InlineData("FREQ=HOURLY;INTERVAL=6")]
    public void A_rule_by_the_clock_of_a_start_that_is_a_date_is_noted_and_does_not_recur(string rule)
    {
        var reading = ReadingExample.Event("DTSTART;VALUE=DATE:20260101", $"RRULE:{rule}");

        Assert.Equal(NoteKind.WrongRule, Assert.Single(reading.Notes).Kind);
        Assert.Single(ReadRecurrence.Of(reading.Events[0], []).Occurrences());
    }

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

    [Fact]
    public void A_period_keeps_its_own_length_by_its_end_or_by_its_duration() =>
        Assert.Equal(
            ["2026-03-27T10:00:00[UTC] 2026-03-27T11:00:00[UTC]", "2026-03-28T10:00:00[UTC] 2026-03-28T12:30:00[UTC]", "2026-03-29T10:00:00[UTC] 2026-03-30T11:00:00[UTC]", "2026-03-30T10:00:00[UTC] 2026-03-30T11:00:00[UTC]"],
            Occurrences(ReadingExample.Event("DTSTART:20260327T100000Z", "DTEND:20260327T110000Z", "RDATE;VALUE=PERIOD:20260328T100000Z/20260328T123000Z,20260329T100000Z/P1DT1H", "RDATE:20260330T100000Z")));

    [Theory]
    [InlineData("20260328T100000Z/20260328T093000Z")]
    [InlineData("20260328T100000Z/-PT1H")]
    [InlineData("20260328T100000Z/")]
    [InlineData("20260328T100000Z/x")]
    [InlineData("20260328T100000Z/20260329")]
    public void A_period_without_a_length_to_it_takes_that_of_the_event_with_a_note(string period)
    {
        var reading = ReadingExample.Event("DTSTART:20260327T100000Z", "DTEND:20260327T110000Z", "RDATE;VALUE=PERIOD:" + period);

        Assert.Contains(NoteKind.WrongLength, reading.Kinds());
        Assert.Equal("2026-03-28T10:00:00[UTC] 2026-03-28T11:00:00[UTC]", Occurrences(reading)[1]);
    }

    [Fact]
    public void A_period_as_long_as_the_event_can_be_written_and_another_cannot()
    {
        var same = ReadingExample.Event("DTSTART:20260327T100000Z", "DTEND:20260327T110000Z", "RDATE;VALUE=PERIOD:20260328T100000Z/PT1H");
        var longer = ReadingExample.Event("DTSTART:20260327T100000Z", "DTEND:20260327T110000Z", "RDATE;VALUE=PERIOD:20260328T100000Z/PT2H");

        Assert.True(Publishing.TryMake(same.Events[0], [], out _, out _));
        Assert.False(Publishing.TryMake(longer.Events[0], [], out _, out string? why));
        Assert.StartsWith("an RDATE is a period", why, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_several_occurrences_a_day_an_exception_or_an_override_means_the_one_at_its_time()
    {
        var reading = ReadingExample.Calendar(
            "BEGIN:VEVENT", "UID:1@test", "DTSTAMP:20260101T000000Z", "DTSTART:20260327T090000Z", "DTEND:20260327T093000Z", "RRULE:FREQ=DAILY;BYHOUR=9,15;COUNT=6", "EXDATE:20260328T150000Z", "END:VEVENT",
            "BEGIN:VEVENT", "UID:1@test", "DTSTAMP:20260101T000000Z", "RECURRENCE-ID:20260329T090000Z", "DTSTART:20260329T110000Z", "DTEND:20260329T120000Z", "END:VEVENT");

        Assert.Equal(
            ["27T09:00/27T09:30", "27T15:00/27T15:30", "28T09:00/28T09:30", "29T11:00/29T12:00", "29T15:00/29T15:30"],
            ReadRecurrence.Of(reading.Events[0], reading.Events.Skip(1)).Occurrences().Select(o => $"{o.Start.Local:dd'T'HH:mm}/{o.End.Local:dd'T'HH:mm}"));
        Assert.False(Publishing.TryMake(reading.Events[0], [], out _, out string? why));
        Assert.Contains("several on a day", why, StringComparison.Ordinal);
    }
}
