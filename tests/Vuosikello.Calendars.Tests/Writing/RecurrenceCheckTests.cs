using NodaTime;
using Vuosikello.Calendars.Recurrence;

namespace Vuosikello.Calendars.Tests.Writing;

/// <summary>Rules, exceptions and overrides have to fit the start, on the clock of its zone.</summary>
public sealed class RecurrenceCheckTests
{
    private static readonly DateTimeZone NewYork = DateTimeZoneProviders.Tzdb["America/New_York"];

    private static CalendarEvent Event(LocalDateTime start, DateTimeZone zone, string rule) =>
        Example.Event("1", new EventTime.Zoned(start, start.PlusHours(1), zone)) with { Rule = RecurrenceRule.Parse(rule) };

    private static string Refusal(CalendarEvent e) => Assert.Throws<InvalidCalendarException>(() => Example.Lines(e)).Message;

    [Fact]
    public void A_rule_may_end_at_the_very_moment_of_its_start() =>
        Assert.Contains(
            "RRULE:FREQ=DAILY;UNTIL=20260609T220000Z",
            Example.Lines(Event(new(2026, 6, 10, 1, 0), Example.Helsinki, "FREQ=DAILY;UNTIL=20260609T220000Z")));

    [Fact]
    public void A_rule_that_ended_before_its_start_is_refused_west_of_UTC_too() =>
        Assert.Contains("own start", Refusal(Event(new(2026, 6, 10, 20, 0), NewYork, "FREQ=DAILY;UNTIL=20260610T210000Z")), StringComparison.Ordinal);

    [Fact]
    public void The_last_occurrence_before_a_moment_can_be_otherwise_and_one_after_it_cannot()
    {
        var series = Event(new(2026, 6, 10, 1, 0), Example.Helsinki, "FREQ=DAILY;UNTIL=20260611T220000Z");
        CalendarEvent With(LocalDate date) => series with { Overrides = [new(date, Example.Event("1", Example.At(2026, 6, 20, 9)))] };

        Assert.Contains("RECURRENCE-ID;TZID=Europe/Helsinki:20260612T010000", Example.Lines(With(new(2026, 6, 12))));
        Assert.Contains("does not occur then", Refusal(With(new(2026, 6, 13))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("FREQ=DAILY;BYHOUR=9,15")]
    [InlineData("FREQ=DAILY;BYMINUTE=0,30")]
    [InlineData("FREQ=HOURLY")]
    public void A_date_does_not_tell_which_of_a_days_occurrences_is_meant(string rule)
    {
        var several = Event(new(2026, 3, 2, 9, 0), Example.Helsinki, rule);

        Assert.Contains("EXDATE of", Refusal(several with { Exceptions = [new(2026, 3, 3)] }), StringComparison.Ordinal);
        Assert.Contains("RECURRENCE-ID of", Refusal(several with { Overrides = [new(new(2026, 3, 3), Example.Event("1", Example.At(2026, 3, 3, 10)))] }), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_a_rule_with_one_time_a_day_the_date_tells() =>
        Assert.Contains(
            "EXDATE;TZID=Europe/Helsinki:20260303T090000",
            Example.Lines(Event(new(2026, 3, 2, 9, 0), Example.Helsinki, "FREQ=DAILY;BYHOUR=9;BYMINUTE=0") with { Exceptions = [new(2026, 3, 3)] }));

    [Theory]
    [InlineData("FREQ=DAILY;UNTIL=99991231")]
    [InlineData("FREQ=DAILY;BYMONTH=1,6;UNTIL=99991231")]
    public void A_last_day_whose_end_has_no_moment_to_write_is_refused(string rule) =>
        Assert.Contains("UNTIL", Refusal(Event(new(2026, 6, 10, 20, 0), NewYork, rule)), StringComparison.Ordinal);

    [Fact]
    public void The_day_before_the_last_of_all_can_be_written() =>
        Assert.Contains("RRULE:FREQ=DAILY;UNTIL=99991231T045959Z", Example.Lines(Event(new(2026, 6, 10, 20, 0), NewYork, "FREQ=DAILY;UNTIL=99991230")));
}
