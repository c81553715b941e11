using NodaTime;
using Vuosikello.Domain.Activities;

namespace Vuosikello.Domain.Tests.Activities;

public sealed class The_occurrences_of_a_rule : ActivityScenario
{
    private static string[] Days(ActivityTime.Recurring time) =>
        [.. Occurrences.Of(time).Cast<ActivityTime.Days>().Select(d => d.First.ToString("M-dd", System.Globalization.CultureInfo.InvariantCulture))];

    private static LocalDate On(int month, int day, int year = 2026) => new(year, month, day);

    [Fact]
    public void Days_come_at_their_interval_up_to_the_last() =>
        Assert.Equal(["2-27", "3-02", "3-05"], Days(Series(On(2, 27), Every(Frequency.Daily, On(3, 5), interval: 3))));

    [Fact]
    public void A_week_without_weekdays_means_the_first_ones() =>
        Assert.Equal(["3-24", "4-07", "4-21"], Days(Series(On(3, 24), Every(Frequency.Weekly, On(4, 21), interval: 2))));

    [Fact]
    public void Weeks_begin_on_Monday_whatever_the_order_of_the_weekdays() =>
        Assert.Equal(
            ["3-25", "3-29", "4-06", "4-08", "4-12"],
            Days(Series(On(3, 25), Every(Frequency.Weekly, On(4, 12), interval: 2) with
            {
                Weekdays = [IsoDayOfWeek.Sunday, IsoDayOfWeek.Monday, IsoDayOfWeek.Wednesday],
            })));

    [Fact]
    public void Months_without_the_day_are_left_out() =>
        Assert.Equal(["1-31", "3-31", "5-31", "7-31"], Days(Series(On(1, 31), Every(Frequency.Monthly, On(8, 1)))));

    [Fact]
    public void The_last_day_is_in_every_month_leap_day_included()
    {
        var last = Every(Frequency.Monthly, On(4, 30, 2028)) with { MonthDay = -1 };
        Assert.Equal(["1-31", "2-29", "3-31", "4-30"], Days(Series(On(1, 31, 2028), last)));
    }

    [Fact]
    public void A_weekday_of_the_month_is_counted_from_either_end()
    {
        var second = Every(Frequency.Monthly, On(4, 30)) with { MonthWeek = 2, MonthWeekday = IsoDayOfWeek.Tuesday };
        Assert.Equal(["1-13", "2-10", "3-10", "4-14"], Days(Series(On(1, 13), second)));
        Assert.Equal(["1-27", "2-24", "3-31", "4-28"], Days(Series(On(1, 27), second with { MonthWeek = -1 })));
    }

    [Fact]
    public void A_quarter_is_three_months() =>
        Assert.Equal(["1-15", "4-15", "7-15", "10-15"], Days(Series(On(1, 15), Every(Frequency.Monthly, On(12, 31), interval: 3))));

    [Fact]
    public void Exceptions_are_left_out_even_the_first() =>
        Assert.Equal(["3-31"], Days(Series(On(3, 24), Every(Frequency.Weekly, On(4, 13)), On(3, 24), On(4, 7))));

    [Fact]
    public void Each_is_at_the_same_time_on_the_clock_in_winter_and_in_summer()
    {
        var series = new ActivityTime.Recurring(Exact(At(3, 24, 22), At(3, 25, 1)), Every(Frequency.Weekly, On(4, 5)), []);
        Assert.Equal(
            [Exact(At(3, 24, 22), At(3, 25, 1)), Exact(At(3, 31, 22), At(4, 1, 1))],
            Occurrences.Of(series));
    }

    [Fact]
    public void Spans_keep_their_length_across_months()
    {
        var series = new ActivityTime.Recurring(new ActivityTime.Days(On(1, 30), On(2, 2)), Every(Frequency.Monthly, On(3, 31)), []);
        Assert.Equal(
            [new ActivityTime.Days(On(1, 30), On(2, 2)), new ActivityTime.Days(On(3, 30), On(4, 2))],
            Occurrences.Of(series));
    }

    [Fact]
    public void A_rule_that_never_advances_has_no_occurrences_to_give() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Occurrences.Of(Series(On(1, 1), Every(Frequency.Daily, On(1, 2), interval: 0))).ToArray());
}
