using NodaTime;
using Vuosikello.Domain.Activities;
using Vuosikello.TestKit;

namespace Vuosikello.Domain.Tests.Activities;

public sealed class The_time_of_an_activity : ActivityScenario
{
    private void IsPlanned(ActivityTime time) =>
        Given().When(Plan(time)).Then(new ActivityPlanned(Id, Samples.CycleId, Samples.At(time)));

    private void IsRefused(ActivityTime time, params Problem[] problems) => Given().When(Plan(time)).ThenRefused(problems);

    private static Problem About(string code, params string[] arguments) => new(code, "time", arguments.ToValueList());

    [Fact]
    public void An_end_before_its_start_is_refused()
    {
        IsRefused(Exact(At(3, 24, 16), At(3, 24, 15, 59)), About(ProblemCodes.EndBeforeStart, "2026-03-24T16:00", "2026-03-24T15:59"));
        IsRefused(
            new ActivityTime.Days(new LocalDate(2026, 4, 3), new LocalDate(2026, 4, 2)),
            About(ProblemCodes.EndBeforeStart, "2026-04-03", "2026-04-02"));
        IsRefused(
            new ActivityTime.Months(new YearMonth(2026, 8), new YearMonth(2026, 6)),
            About(ProblemCodes.EndBeforeStart, "2026-08", "2026-06"));
    }

    [Fact]
    public void A_clock_time_takes_at_least_a_minute() =>
        IsRefused(Exact(At(3, 24, 16), At(3, 24, 16)), About(ProblemCodes.EndBeforeStart, "2026-03-24T16:00", "2026-03-24T16:00"));

    [Fact]
    public void One_day_and_one_month_are_spans()
    {
        IsPlanned(Day(2026, 2, 26));
        IsPlanned(new ActivityTime.Months(new YearMonth(2026, 8), new YearMonth(2026, 8)));
    }

    [Fact]
    public void It_starts_in_its_year()
    {
        IsRefused(Day(2025, 12, 31), About(ProblemCodes.StartOutsideYear, "2025-12-31", "2026"));
        IsRefused(Day(2027, 1, 1), About(ProblemCodes.StartOutsideYear, "2027-01-01", "2026"));
        IsRefused(
            new ActivityTime.Months(new YearMonth(2025, 12), new YearMonth(2026, 1)),
            About(ProblemCodes.StartOutsideYear, "2025-12", "2026"));
    }

    [Fact]
    public void It_may_run_across_midnight_and_across_New_Year()
    {
        IsPlanned(Exact(At(6, 20, 18), At(6, 21, 2)));
        IsPlanned(Exact(At(12, 31, 22), new LocalDateTime(2027, 1, 1, 1, 0)));
        IsPlanned(new ActivityTime.Days(new LocalDate(2026, 12, 28), new LocalDate(2027, 1, 6)));
        IsPlanned(new ActivityTime.Months(new YearMonth(2026, 11), new YearMonth(2027, 12)));
    }

    [Fact]
    public void It_ends_with_the_year_after_at_the_latest()
    {
        IsRefused(
            new ActivityTime.Days(new LocalDate(2026, 12, 28), new LocalDate(2028, 1, 1)),
            About(ProblemCodes.EndTooLate, "2028-01-01", "2027-12-31"));
        IsRefused(
            new ActivityTime.Months(new YearMonth(2026, 12), new YearMonth(2028, 1)),
            About(ProblemCodes.EndTooLate, "2028-01", "2027-12-31"));
    }

    [Fact]
    public void The_hour_that_the_clock_skips_is_refused()
    {
        IsRefused(Exact(At(3, 29, 3), At(3, 29, 5)), About(ProblemCodes.TimeSkipped, "2026-03-29T03:00", "Europe/Helsinki"));
        IsRefused(Exact(At(3, 29, 1), At(3, 29, 3, 59)), About(ProblemCodes.TimeSkipped, "2026-03-29T03:59", "Europe/Helsinki"));
        IsPlanned(Exact(At(3, 29, 2, 59), At(3, 29, 4)));
    }

    [Fact]
    public void Another_zone_skips_another_hour()
    {
        IsPlanned(new ActivityTime.Exact(At(3, 29, 3), At(3, 29, 5), "UTC"));
        IsRefused(
            new ActivityTime.Exact(At(3, 29, 2, 30), At(3, 29, 5), "Europe/Stockholm"),
            About(ProblemCodes.TimeSkipped, "2026-03-29T02:30", "Europe/Stockholm"));
    }

    [Fact]
    public void The_hour_that_comes_twice_is_allowed_and_means_the_first()
    {
        var time = Exact(At(10, 25, 3, 30), At(10, 25, 4));
        IsPlanned(time);
        Assert.Equal(Instant.FromUtc(2026, 10, 25, 0, 30), ActivityStart.Of(time).ToInstant());
    }

    [Fact]
    public void An_unknown_zone_is_refused() =>
        IsRefused(new ActivityTime.Exact(At(3, 24, 16), At(3, 24, 18), "Europe/Vuosikello"), About(ProblemCodes.UnknownTimeZone, "Europe/Vuosikello"));

    [Fact]
    public void Everything_wrong_with_a_time_is_told_at_once() =>
        IsRefused(
            new ActivityTime.Exact(new LocalDateTime(2028, 2, 1, 12, 0), new LocalDateTime(2028, 2, 1, 11, 0), "Nowhere"),
            About(ProblemCodes.StartOutsideYear, "2028-02-01", "2026"),
            About(ProblemCodes.EndBeforeStart, "2028-02-01T12:00", "2028-02-01T11:00"),
            About(ProblemCodes.EndTooLate, "2028-02-01T11:00", "2027-12-31"),
            About(ProblemCodes.UnknownTimeZone, "Nowhere"));
}
