using NodaTime;
using Vuosikello.Calendars.Recurrence;

namespace Vuosikello.Calendars.Tests.Recurrence;

public sealed class RecurrenceSetTests
{
    private static readonly Duration Hour = Duration.FromHours(1);

    private static CalendarTime At(int month, int day, int hour = 9, int minute = 0) => CalendarTime.InZone(new LocalDateTime(2026, month, day, hour, minute), Example.Helsinki);

    private static RecurrenceSet Set(CalendarTime start, string? rule = null) =>
        new() { Start = start, Length = start.IsDate ? OccurrenceLength.OfDays(1) : OccurrenceLength.Exactly(Hour), Rules = rule is null ? [] : [RecurrenceRule.Parse(rule)] };

    private static string Starts(RecurrenceSet set, int most = 8) => string.Join(' ', set.Occurrences().Take(most).Select(o => Text(o.Start)));

    private static string Spans(RecurrenceSet set, int most = 8) => string.Join(' ', set.Occurrences().Take(most).Select(o => $"{Text(o.Start)}/{Text(o.End)}"));

    private static string Text(CalendarTime time) => time.IsDate ? $"{time.Local:MM-dd}" : time.Local.TimeOfDay == new LocalTime(9, 0) ? $"{time.Local:MM-dd}" : $"{time.Local:MM-dd'T'HH:mm}";

    [Fact]
    public void Without_anything_else_a_start_takes_place_once() => Assert.Equal("03-02", Starts(Set(At(3, 2))));

    [Fact]
    public void Dates_are_added_and_left_out_in_order_and_each_once() =>
        Assert.Equal(
            "03-02 03-05 03-16 03-23T14:00",
            Starts(Set(At(3, 2), "FREQ=WEEKLY;COUNT=3") with
            {
                Additions = [new(At(3, 23, 14)), new(At(3, 5)), new(At(3, 16))],
                Exceptions = [At(3, 9), At(12, 24)],
            }));

    [Fact]
    public void The_start_is_the_first_also_when_the_rule_does_not_produce_it_and_COUNT_counts_it()
    {
        Assert.Equal("03-03 03-09 03-16", Starts(Set(At(3, 3), "FREQ=WEEKLY;BYDAY=MO;COUNT=3")));
        Assert.Equal("03-03", Starts(Set(At(3, 3), "FREQ=WEEKLY;BYDAY=MO;COUNT=1")));
    }

    [Fact]
    public void A_start_that_is_left_out_is_counted_nevertheless() =>
        Assert.Equal("03-09 03-16", Starts(Set(At(3, 2), "FREQ=WEEKLY;COUNT=3") with { Exceptions = [At(3, 2)] }));

    [Fact]
    public void An_added_period_has_a_length_of_its_own() =>
        Assert.Equal(
            "03-02/03-02T10:00 03-03/03-03T12:00",
            Spans(Set(At(3, 2)) with { Additions = [new(At(3, 3), OccurrenceLength.Exactly(3 * Hour))] }));

    [Fact]
    public void An_exception_in_UTC_leaves_out_the_same_moment_on_the_clock_of_a_zone() =>
        Assert.Equal("03-02 03-16", Starts(Set(At(3, 2), "FREQ=WEEKLY;COUNT=3") with { Exceptions = [CalendarTime.InUtc(Instant.FromUtc(2026, 3, 9, 7, 0))] }));

    [Fact]
    public void An_exception_that_is_a_date_leaves_out_what_starts_on_it() =>
        Assert.Equal("03-02 03-04", Starts(Set(At(3, 2), "FREQ=DAILY;COUNT=3") with { Exceptions = [CalendarTime.OnDate(new(2026, 3, 3))] }));

    [Fact]
    public void Two_rules_give_what_either_gives() =>
        Assert.Equal(
            "03-02 03-04 03-09 03-11",
            Starts(Set(At(3, 2)) with { Rules = [RecurrenceRule.Parse("FREQ=WEEKLY;BYDAY=MO;UNTIL=20260313T000000Z"), RecurrenceRule.Parse("FREQ=WEEKLY;BYDAY=MO,WE;UNTIL=20260313T000000Z")] }));

    [Fact]
    public void All_day_events_stay_on_their_days() =>
        Assert.Equal("03-28/03-29 03-29/03-30 03-30/03-31", Spans(Set(CalendarTime.OnDate(new(2026, 3, 28)), "FREQ=DAILY;COUNT=3")));

    [Fact]
    public void A_length_from_DTEND_is_exact_and_one_from_DURATION_goes_by_the_clock()
    {
        var nightly = Set(At(3, 27, 12), "FREQ=DAILY;COUNT=2");

        Assert.Equal("03-27T12:00/03-28T12:00 03-28T12:00/03-29T13:00", Spans(nightly with { Length = OccurrenceLength.Exactly(Duration.FromHours(24)) }));
        Assert.Equal("03-27T12:00/03-28T12:00 03-28T12:00/03-29T12:00", Spans(nightly with { Length = OccurrenceLength.OfDays(1) }));
    }

    [Fact]
    public void An_override_takes_the_place_of_its_occurrence_wherever_it_moves_to()
    {
        var moved = new OccurrenceOverride(At(3, 9), At(3, 20, 10), OccurrenceLength.Exactly(2 * Hour));
        var set = Set(At(3, 2), "FREQ=WEEKLY;COUNT=4") with { Overrides = [moved] };

        Assert.Equal("03-02 03-16 03-20T10:00 03-23", Starts(set));
        Assert.Equal((At(3, 9), moved), set.Occurrences().Where(o => o.Override is not null).Select(o => (o.Id, o.Override!)).Single());
    }

    [Fact]
    public void An_override_of_what_is_not_in_the_set_takes_place_nevertheless() =>
        Assert.Equal("03-02 03-05 03-09", Starts(Set(At(3, 2), "FREQ=WEEKLY;COUNT=2") with { Overrides = [new(At(3, 4), At(3, 5), OccurrenceLength.Exactly(Hour))] }));

    [Fact]
    public void This_and_future_move_by_the_same_time_on_the_clock_and_get_the_same_length() =>
        Assert.Equal(
            "03-16/03-16T10:00 03-24T11:00/03-24T13:00 03-31T11:00/03-31T13:00 04-07T11:00/04-07T13:00",
            Spans(Set(At(3, 16), "FREQ=WEEKLY;COUNT=4") with { Overrides = [new(At(3, 23), At(3, 24, 11), OccurrenceLength.Exactly(2 * Hour), AndFuture: true)] }));

    [Fact]
    public void A_later_range_and_an_override_of_its_own_go_before_an_earlier_range() =>
        Assert.Equal(
            "03-02 03-09T10:00 03-16T15:00 03-23T10:00 03-30T08:00 04-06T08:00",
            Starts(Set(At(3, 2), "FREQ=WEEKLY;COUNT=6") with
            {
                Overrides =
                [
                    new(At(3, 30), At(3, 30, 8), OccurrenceLength.Exactly(Hour), AndFuture: true),
                    new(At(3, 9), At(3, 9, 10), OccurrenceLength.Exactly(Hour), AndFuture: true),
                    new(At(3, 16), At(3, 16, 15), OccurrenceLength.Exactly(Hour)),
                ],
            }));

    [Fact]
    public void What_moves_back_before_its_neighbours_still_comes_in_order() =>
        Assert.Equal(
            "03-02 03-07 03-09 03-14 03-21",
            Starts(Set(At(3, 2), "FREQ=WEEKLY") with { Overrides = [new(At(3, 16), At(3, 7), OccurrenceLength.Exactly(Hour), AndFuture: true)] }, most: 5));

    [Fact]
    public void The_first_of_an_endless_set_with_ranges_come_at_once() =>
        Assert.Equal(10, Set(At(3, 2), "FREQ=SECONDLY").Occurrences().Take(10).Count());

    [Fact]
    public void A_range_that_moves_every_second_back_by_years_gives_them_without_keeping_all_that_it_passes()
    {
        var set = Set(At(3, 2), "FREQ=SECONDLY") with { Overrides = [new(At(3, 3), CalendarTime.InZone(new LocalDateTime(1926, 3, 3, 9, 0), Example.Helsinki), OccurrenceLength.Exactly(Hour), AndFuture: true)] };

        Assert.Equal(200_000, set.Occurrences().Take(200_000).Count());
    }

    [Theory]
    [InlineData("9998-12-31")]
    [InlineData("0002-01-01")]
    public void What_would_leave_the_years_1_to_9999_stays_in_them(string day)
    {
        var start = CalendarTime.OnDate(NodaTime.Text.LocalDatePattern.Iso.Parse(day).Value);
        var set = new RecurrenceSet { Start = start, Length = OccurrenceLength.OfDays(400_000), Rules = [RecurrenceRule.Parse("FREQ=DAILY;COUNT=3")] };
        foreach (int year in new[] { 1, 9999 })
        {
            var moved = new OccurrenceOverride(start, CalendarTime.OnDate(new LocalDate(year, 1, 2)), OccurrenceLength.OfDays(400_000), AndFuture: true);
            Assert.All((set with { Overrides = [moved] }).Occurrences(), o => Assert.InRange(o.End.Local.Year, 1, 9999));
        }
        Assert.All(set.Occurrences(), o => Assert.InRange(o.End.Local.Year, 1, 9999));
    }

    [Fact]
    public void A_start_that_the_clock_skips_moves_and_the_rule_goes_on_from_the_time_that_was_written()
    {
        var skipped = At(3, 29, 3, 30);

        Assert.Equal("03-29T04:30 03-30T03:30 03-31T03:30", Starts(Set(skipped, "FREQ=DAILY;COUNT=3")));
        Assert.Equal(At(3, 29, 4, 30), skipped);
    }

    [Fact]
    public void A_set_by_the_hour_cannot_start_on_a_date() =>
        Assert.Throws<InvalidCalendarException>(() => Set(CalendarTime.OnDate(new(2026, 3, 1)), "FREQ=HOURLY").Occurrences());
}
