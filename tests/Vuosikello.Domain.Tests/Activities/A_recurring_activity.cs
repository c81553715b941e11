using NodaTime;
using Vuosikello.Domain.Activities;
using Vuosikello.TestKit;

namespace Vuosikello.Domain.Tests.Activities;

public sealed class A_recurring_activity : ActivityScenario
{
    private static readonly LocalDate Tuesday = new(2026, 3, 24);
    private static readonly LocalDate Until = new(2026, 12, 31);
    private static readonly Recurrence Weekly = Every(Frequency.Weekly, Until);
    private static readonly Recurrence Monthly = Every(Frequency.Monthly, Until);

    private void IsPlanned(ActivityTime time) =>
        Given().When(Plan(time)).Then(new ActivityPlanned(Id, Samples.CycleId, Samples.At(time)));

    private void IsRefused(ActivityTime time, string code, params string[] arguments) =>
        Given().When(Plan(time)).ThenRefused(new Problem(code, "time", arguments.ToValueList()));

    [Fact]
    public void It_is_planned_by_every_kind_of_rule()
    {
        IsPlanned(Series(Tuesday, Every(Frequency.Daily, Until, interval: 99)));
        IsPlanned(Series(Tuesday, Weekly));
        IsPlanned(Series(Tuesday, Weekly with { Weekdays = [IsoDayOfWeek.Tuesday, IsoDayOfWeek.Thursday] }, new LocalDate(2026, 3, 26)));
        IsPlanned(Series(Tuesday, Monthly));
        IsPlanned(Series(Tuesday, Monthly with { MonthDay = 24 }));
        IsPlanned(Series(new LocalDate(2026, 2, 28), Monthly with { MonthDay = -1 }));
        IsPlanned(Series(Tuesday, Monthly with { MonthWeek = 4, MonthWeekday = IsoDayOfWeek.Tuesday }));
        IsPlanned(Series(new LocalDate(2026, 3, 31), Monthly with { MonthWeek = -1, MonthWeekday = IsoDayOfWeek.Tuesday }));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(100)]
    public void Its_interval_is_1_to_99(int interval) =>
        IsRefused(Series(Tuesday, Weekly with { Interval = interval }), ProblemCodes.NumberOutOfRange, Texts(interval), "1", "99");

    [Fact]
    public void Its_end_is_not_before_its_first_occurrence() =>
        IsRefused(Series(Tuesday, Weekly with { Until = new LocalDate(2026, 3, 23) }), ProblemCodes.UntilBeforeFirst, "2026-03-23", "2026-03-24");

    [Fact]
    public void Its_end_is_within_the_year() =>
        IsRefused(Series(Tuesday, Weekly with { Until = new LocalDate(9999, 12, 31) }), ProblemCodes.UntilOutsideYear, "9999-12-31", "2026");

    [Fact]
    public void Months_do_not_recur_and_neither_do_recurrences()
    {
        IsRefused(new ActivityTime.Recurring(new ActivityTime.Months(new YearMonth(2026, 3), new YearMonth(2026, 3)), Monthly, []), ProblemCodes.CannotRecur);
        IsRefused(new ActivityTime.Recurring(Series(Tuesday, Weekly), Weekly, []), ProblemCodes.CannotRecur);
    }

    [Fact]
    public void Its_first_occurrence_is_on_the_rule()
    {
        IsRefused(Series(Tuesday, Weekly with { Weekdays = [IsoDayOfWeek.Monday] }), ProblemCodes.FirstNotOnRule, "2026-03-24");
        IsRefused(Series(Tuesday, Monthly with { MonthDay = 25 }), ProblemCodes.FirstNotOnRule, "2026-03-24");
        IsRefused(Series(Tuesday, Monthly with { MonthWeek = -1, MonthWeekday = IsoDayOfWeek.Tuesday }), ProblemCodes.FirstNotOnRule, "2026-03-24");
    }

    [Fact]
    public void Its_rule_has_only_parts_that_go_together()
    {
        Recurrence[] contradictory =
        [
            Every(Frequency.Daily, Until) with { Weekdays = [IsoDayOfWeek.Tuesday] },
            Every(Frequency.Daily, Until) with { MonthDay = 24 },
            Weekly with { MonthDay = 24 },
            Weekly with { Weekdays = [IsoDayOfWeek.Tuesday, IsoDayOfWeek.Tuesday] },
            Weekly with { Weekdays = [IsoDayOfWeek.None] },
            Monthly with { Weekdays = [IsoDayOfWeek.Tuesday] },
            Monthly with { MonthWeek = 4 },
            Monthly with { MonthWeekday = IsoDayOfWeek.Tuesday },
            Monthly with { MonthDay = 24, MonthWeek = 4, MonthWeekday = IsoDayOfWeek.Tuesday },
        ];
        foreach (var rule in contradictory) IsRefused(Series(Tuesday, rule), ProblemCodes.RecurrenceContradictory);
    }

    [Fact]
    public void Days_and_weeks_that_no_month_has_are_refused()
    {
        foreach (int day in new[] { 0, 32, -2 })
            IsRefused(Series(Tuesday, Monthly with { MonthDay = day }), ProblemCodes.NumberOutOfRange, Texts(day), "1", "31");
        foreach (int week in new[] { 0, 5, -2 })
        {
            IsRefused(
                Series(Tuesday, Monthly with { MonthWeek = week, MonthWeekday = IsoDayOfWeek.Tuesday }),
                ProblemCodes.NumberOutOfRange, Texts(week), "1", "4");
        }
    }

    [Fact]
    public void An_exception_that_the_rule_does_not_produce_is_refused() =>
        IsRefused(Series(Tuesday, Weekly, new LocalDate(2026, 3, 25)), ProblemCodes.ExceptionNotOnRule, "2026-03-25");

    [Fact]
    public void Exceptions_leave_something_of_it() =>
        IsRefused(
            Series(Tuesday, Weekly with { Until = new LocalDate(2026, 4, 5) }, Tuesday, new LocalDate(2026, 3, 31)),
            ProblemCodes.NothingLeft);

    [Fact]
    public void An_occurrence_in_the_hour_that_the_clock_skips_is_refused_unless_it_is_an_exception()
    {
        var night = new ActivityTime.Recurring(Exact(At(3, 22, 3), At(3, 22, 4)), Weekly, []);
        IsRefused(night, ProblemCodes.TimeSkipped, "2026-03-29T03:00", "Europe/Helsinki");
        IsPlanned(night with { Exceptions = [new LocalDate(2026, 3, 29)] });
    }

    private static string Texts(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
