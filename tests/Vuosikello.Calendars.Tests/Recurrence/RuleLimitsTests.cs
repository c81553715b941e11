using NodaTime;
using Vuosikello.Calendars.Recurrence;

namespace Vuosikello.Calendars.Tests.Recurrence;

/// <summary>Rules at the ends: of time, of patience, of the clock.</summary>
public sealed class RuleLimitsTests
{
    private static readonly LocalDateTime Start = new(2026, 1, 1, 9, 30, 7);

    [Theory]
    [InlineData("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30")]
    [InlineData("FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30,31")]
    [InlineData("FREQ=DAILY;BYMONTH=4;BYMONTHDAY=31")]
    [InlineData("FREQ=HOURLY;BYMONTH=2;BYMONTHDAY=30")]
    [InlineData("FREQ=MINUTELY;BYMONTH=2;BYMONTHDAY=30")]
    [InlineData("FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30")]
    [InlineData("FREQ=SECONDLY;BYMONTH=1;BYYEARDAY=366")]
    [InlineData("FREQ=SECONDLY;INTERVAL=60;BYSECOND=8")]
    [InlineData("FREQ=HOURLY;INTERVAL=24;BYHOUR=10")]
    [InlineData("FREQ=MINUTELY;INTERVAL=1440;BYMINUTE=31")]
    [InlineData("FREQ=SECONDLY;BYMINUTE=1;BYSETPOS=2")]
    [InlineData("FREQ=MINUTELY;INTERVAL=420;BYDAY=TU;BYHOUR=0;BYMINUTE=30")]
    [InlineData("FREQ=WEEKLY;INTERVAL=2147483647;BYDAY=MO")]
    [InlineData("FREQ=YEARLY;BYWEEKNO=53;BYMONTH=6")]
    public void A_rule_that_never_produces_anything_ends(string rule) => Assert.Empty(RecurrenceRule.Parse(rule).Occurrences(Start));

    [Theory]
    [InlineData("FREQ=SECONDLY;INTERVAL=2147483647", "9987-12-23T04:01:46")]
    [InlineData("FREQ=DAILY;INTERVAL=2147483647", "2026-01-01T09:30:07")]
    [InlineData("FREQ=YEARLY;INTERVAL=2147483647", "2026-01-01T09:30:07")]
    [InlineData("FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=31", "9998-12-31T09:30:07")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=-1;BYHOUR=23;BYMINUTE=59;BYSECOND=60", "9998-12-31T23:59:59")]
    public void The_greatest_numbers_and_the_last_day_do_not_overflow(string rule, string last) =>
        Assert.Equal(last, $"{RecurrenceRule.Parse(rule).Occurrences(Start).Last():uuuu-MM-dd'T'HH:mm:ss}");

    [Fact]
    public void Two_thousand_years_have_as_many_days_weeks_months_and_years_as_they_have()
    {
        var first = new LocalDate(2001, 1, 1);
        int Count(string rule) => RecurrenceRule.Parse(rule + ";UNTIL=40001231").Occurrences(first).Count();

        Assert.Equal(5 * 146_097, Count("FREQ=DAILY"));
        Assert.Equal(5 * 20_871, Count("FREQ=WEEKLY"));
        Assert.Equal(2000 * 12, Count("FREQ=MONTHLY;BYMONTHDAY=-1"));
        Assert.Equal(5 * 97, Count("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29"));
        Assert.Equal(5 * 688, Count("FREQ=MONTHLY;BYMONTHDAY=13;BYDAY=FR"));
        Assert.Equal(5 * 71, Count("FREQ=YEARLY;BYWEEKNO=53;BYDAY=TH"));
    }

    [Fact]
    public void A_start_long_before_our_time_counts_on() =>
        Assert.Equal(new LocalDate(2000, 2, 29), RecurrenceRule.Parse("FREQ=YEARLY").Occurrences(new LocalDate(-400, 2, 29)).First(d => d.Year >= 2000));

    [Fact]
    public void A_start_in_another_calendar_is_the_same_day() =>
        Assert.Equal(new LocalDate(2026, 1, 1), RecurrenceRule.Parse("FREQ=DAILY").Occurrences(new LocalDate(2026, 1, 1).WithCalendar(CalendarSystem.Julian)).First());

    [Fact]
    public void Hours_minutes_and_seconds_mean_nothing_to_dates() =>
        Assert.Equal(3, RecurrenceRule.Parse("FREQ=DAILY;BYHOUR=9,10;BYMINUTE=1,2;COUNT=3").Occurrences(new LocalDate(2026, 1, 1)).Count());

    [Fact]
    public void A_rule_with_a_fault_or_by_the_hour_from_a_date_is_refused_at_once()
    {
        Assert.Throws<InvalidCalendarException>(() => RecurrenceRule.Parse("FREQ=HOURLY").Occurrences(new LocalDate(2026, 1, 1)));
        Assert.Throws<InvalidCalendarException>(() => (RecurrenceRule.Parse("FREQ=DAILY") with { Interval = 0 }).Occurrences(Start));
    }

    /// <summary>In Helsinki clocks go from 03:00 to 04:00 on 29 March 2026, and from 04:00 back to 03:00 on 25 October.</summary>
    [Theory]
    [InlineData("2026-03-28T03:30", "FREQ=DAILY;COUNT=3", "28T01:30 29T01:30 30T00:30")] // 04:30 on the 29th
    [InlineData("2026-10-24T03:30", "FREQ=DAILY;COUNT=3", "24T00:30 25T00:30 26T01:30")] // the first of two
    [InlineData("2026-03-29T02:00", "FREQ=HOURLY;COUNT=4", "29T00:00 29T01:00 29T02:00 29T03:00")] // 03:00 and 04:00 are one moment
    [InlineData("2026-03-29T02:30", "FREQ=MINUTELY;INTERVAL=45;COUNT=4", "29T00:30 29T01:00 29T01:15 29T01:45")] // 03:15 stands at 04:15, after 04:00 and before 04:45
    [InlineData("2026-10-25T02:00", "FREQ=HOURLY;COUNT=4", "24T23:00 25T00:00 25T02:00 25T03:00")] // the second 03:00 is not on the clock's way
    [InlineData("2026-03-28T03:30", "FREQ=DAILY;UNTIL=20260329T013000Z", "28T01:30 29T01:30")]
    public void Skipped_and_repeated_hours_are_read_as_RFC_5545_says_of_times(string start, string rule, string utc)
    {
        var from = NodaTime.Text.LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm").Parse(start).Value;

        Assert.Equal(utc, string.Join(' ', RecurrenceRule.Parse(rule).Occurrences(from, Example.Helsinki).Select(at => $"{at.InUtc():dd'T'HH:mm}")));
    }

    [Theory]
    [InlineData("FREQ=DAILY;BYHOUR=9", "BYHOUR")]
    [InlineData("FREQ=HOURLY", "hours, minutes or seconds")]
    [InlineData("FREQ=YEARLY;BYYEARDAY=100", "BYYEARDAY")]
    [InlineData("FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO", "BYWEEKNO")]
    [InlineData("FREQ=WEEKLY;INTERVAL=2;WKST=SU", "WKST")]
    [InlineData("FREQ=WEEKLY;BYDAY=MO;BYSETPOS=1", "BYSETPOS")]
    [InlineData("FREQ=MONTHLY;INTERVAL=5;BYMONTH=1", "BYMONTH in a monthly rule")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=31", "every month has")]
    [InlineData("FREQ=YEARLY;BYMONTHDAY=5", "without BYMONTH")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=13;BYDAY=FR", "beside BYDAY")]
    [InlineData("FREQ=MONTHLY;BYDAY=2TU,4TU", "several ordinals")]
    [InlineData("FREQ=YEARLY;BYDAY=20MO", "ordinal")]
    [InlineData("FREQ=DAILY;COUNT=1000", "more than 999")]
    public void What_is_not_portable_says_why(string rule, string why) =>
        Assert.Contains(why, RecurrenceRule.Parse(rule).WhyNotPortable(new LocalDate(2026, 1, 5)), StringComparison.Ordinal);
}
