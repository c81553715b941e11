using NodaTime;
using Vuosikello.Domain.Activities;
using Vuosikello.TestKit;

namespace Vuosikello.Domain.Tests.Activities;

public sealed class Moving_to_another_year : ActivityScenario
{
    private static LocalDate On(int year, int month, int day) => new(year, month, day);

    private static LocalDate Move(LocalDate day, int to) =>
        ((ActivityTime.Days)YearMove.To(new ActivityTime.Days(day, day), day.Year, to)).First;

    [Fact]
    public void A_day_comes_to_the_same_week_and_weekday() =>
        Assert.Equal(On(2026, 3, 17), Move(On(2009, 3, 17), 2026));

    [Theory]
    [InlineData(2026, 12, 31, 2027, 12, 30)] // Thursday of week 53, then of week 52
    [InlineData(2027, 1, 1, 2028, 1, 7)] // Friday of week 53 of 2026: in 2028 that would be 31 December 2027
    [InlineData(2024, 12, 31, 2025, 12, 30)] // Tuesday of week 1 of 2025
    [InlineData(2025, 1, 1, 2026, 1, 7)] // Wednesday of week 1: in 2026 that would be 31 December 2025
    [InlineData(2028, 2, 29, 2029, 2, 27)] // Tuesday of week 9
    [InlineData(2020, 12, 30, 2026, 12, 30)] // week 53 in both
    public void At_the_edges_it_stays_in_the_year(int year, int month, int day, int toYear, int toMonth, int toDay) =>
        Assert.Equal(On(toYear, toMonth, toDay), Move(On(year, month, day), toYear));

    [Fact]
    public void Spans_keep_their_length_and_their_time_of_day()
    {
        Assert.Equal(
            Exact(At(12, 31, 22), new LocalDateTime(2027, 1, 1, 1, 30)),
            YearMove.To(Exact(new LocalDateTime(2015, 12, 31, 22, 0), new LocalDateTime(2016, 1, 1, 1, 30)), 2015, 2026));
        Assert.Equal(
            new ActivityTime.Days(On(2029, 2, 26), On(2029, 3, 2)),
            YearMove.To(new ActivityTime.Days(On(2028, 2, 28), On(2028, 3, 3)), 2028, 2029));
    }

    [Fact]
    public void Months_stay_months() =>
        Assert.Equal(
            new ActivityTime.Months(new YearMonth(2026, 11), new YearMonth(2027, 2)),
            YearMove.To(new ActivityTime.Months(new YearMonth(2009, 11), new YearMonth(2010, 2)), 2009, 2026));

    [Fact]
    public void Past_the_hour_that_the_clock_skips_it_moves_by_that_hour() =>
        Assert.Equal(
            Exact(At(3, 29, 4, 30), At(3, 29, 6)),
            YearMove.To(Exact(new LocalDateTime(2021, 4, 4, 3, 30), new LocalDateTime(2021, 4, 4, 5, 0)), 2021, 2026));

    [Fact]
    public void A_weekly_series_keeps_its_rhythm_its_exceptions_and_its_number()
    {
        var series = Series(On(2026, 1, 13), Every(Frequency.Weekly, On(2026, 5, 26), interval: 2), On(2026, 2, 24));
        Assert.Equal(
            Series(On(2027, 1, 19), Every(Frequency.Weekly, On(2027, 6, 1), interval: 2), On(2027, 3, 2)),
            YearMove.To(series, 2026, 2027));
    }

    [Fact]
    public void A_series_until_the_end_of_the_year_ends_with_the_new_year() =>
        Assert.Equal(
            Series(On(2027, 1, 8), Every(Frequency.Weekly, On(2027, 12, 31))),
            YearMove.To(Series(On(2026, 1, 2), Every(Frequency.Weekly, On(2026, 12, 31))), 2026, 2027));

    [Fact]
    public void A_monthly_series_finds_its_days_in_the_same_months()
    {
        var second = Every(Frequency.Monthly, On(2026, 5, 12)) with { MonthWeek = 2, MonthWeekday = IsoDayOfWeek.Tuesday };
        Assert.Equal(
            Series(On(2028, 2, 8), second with { Until = On(2028, 5, 12) }, On(2028, 4, 11)),
            YearMove.To(Series(On(2026, 2, 10), second, On(2026, 4, 14)), 2026, 2028));
        Assert.Equal(
            Series(On(2027, 1, 31), Every(Frequency.Monthly, On(2027, 12, 31), interval: 3) with { MonthDay = -1 }),
            YearMove.To(Series(On(2026, 1, 31), Every(Frequency.Monthly, On(2026, 12, 31), interval: 3) with { MonthDay = -1 }), 2026, 2027));
    }

    [Fact]
    public void The_last_occurrence_stays_the_last_when_its_weekday_comes_later()
    {
        var third = Every(Frequency.Monthly, On(2026, 3, 17)) with { MonthWeek = 3, MonthWeekday = IsoDayOfWeek.Tuesday };
        Assert.Equal(
            Series(On(2029, 1, 16), third with { Until = On(2029, 3, 20) }),
            YearMove.To(Series(On(2026, 1, 20), third), 2026, 2029));
    }

    [Fact]
    public void The_leap_day_of_a_monthly_series_gives_way_to_the_last_day_of_February() =>
        Assert.Equal(
            Series(On(2029, 2, 28), Every(Frequency.Monthly, On(2029, 12, 31), interval: 12) with { MonthDay = -1 }),
            YearMove.To(Series(On(2028, 2, 29), Every(Frequency.Monthly, On(2028, 12, 31), interval: 12)), 2028, 2029));

    [Fact]
    public void A_night_of_a_series_that_the_clock_skips_becomes_an_exception()
    {
        var nights = new ActivityTime.Recurring(
            Exact(new LocalDateTime(2021, 3, 21, 3, 0), new LocalDateTime(2021, 3, 21, 3, 30)),
            Every(Frequency.Weekly, On(2021, 4, 18)),
            [On(2021, 3, 28)]);
        var moved = Assert.IsType<ActivityTime.Recurring>(YearMove.To(nights, 2021, 2026));
        Assert.Equal([On(2026, 3, 22), On(2026, 3, 29)], moved.Exceptions);
        Given().When(Plan(moved)).Then(new ActivityPlanned(Id, Samples.CycleId, Samples.At(moved)));
    }

    [Fact]
    public void A_deadline_stays_as_many_days_before_the_start()
    {
        var details = Workshop with { Registration = new Registration(null, new RegistrationDeadline.On(On(2026, 3, 17))) };
        var moved = YearMove.To(details, 2026, 2027);
        Assert.Equal(details with
        {
            Time = Exact(new LocalDateTime(2027, 3, 30, 16, 0), new LocalDateTime(2027, 3, 30, 19, 0)),
            Registration = new Registration(null, new RegistrationDeadline.On(On(2027, 3, 23))),
        }, moved);
    }

    [Fact]
    public void A_deadline_before_months_comes_to_its_own_week_but_not_after_them()
    {
        ActivityDetails August(int year, LocalDate deadline) =>
            Samples.At(new ActivityTime.Months(new YearMonth(year, 8), new YearMonth(year, 8))) with
            {
                Registration = new Registration(null, new RegistrationDeadline.On(deadline)),
            };
        Assert.Equal(August(2027, On(2027, 8, 24)), YearMove.To(August(2026, On(2026, 8, 18)), 2026, 2027));
        Assert.Equal(August(2027, On(2027, 8, 30)), YearMove.To(August(2026, On(2026, 8, 31)), 2026, 2027));
    }

    [Fact]
    public void A_relative_deadline_and_all_else_stay() =>
        Assert.Equal(Workshop with { Time = YearMove.To(Workshop.Time, 2026, 2027) }, YearMove.To(Workshop, 2026, 2027));
}
