using NodaTime;
using NodaTime.Text;
using Vuosikello.Calendars.Recurrence;

namespace Vuosikello.Calendars.Tests.Recurrence;

public sealed class RecurrenceRuleTests
{
    private static string Dates(RecurrenceRule rule, LocalDate start, int most = 6) =>
        string.Join(' ', rule.Occurrences(start).Take(most).Select(LocalDatePattern.Iso.Format));

    [Fact]
    public void Every_third_day() =>
        Assert.Equal("2024-02-28 2024-03-02 2024-03-05", Dates(new() { Frequency = RuleFrequency.Daily, Interval = 3, End = new RuleEnd.Count(3) }, new(2024, 2, 28)));

    [Fact]
    public void Every_other_week_counts_weeks_from_Monday() =>
        Assert.Equal(
            "2026-01-07 2026-01-09 2026-01-19 2026-01-21 2026-01-23 2026-02-02",
            Dates(new() { Frequency = RuleFrequency.Weekly, Interval = 2, ByDay = [new(IsoDayOfWeek.Monday), new(IsoDayOfWeek.Wednesday), new(IsoDayOfWeek.Friday)] }, new(2026, 1, 7)));

    [Fact]
    public void A_month_without_the_day_is_left_out() =>
        Assert.Equal("2026-01-31 2026-03-31 2026-05-31", Dates(new() { Frequency = RuleFrequency.Monthly }, new(2026, 1, 31), 3));

    [Fact]
    public void The_last_day_of_each_month() =>
        Assert.Equal("2024-01-31 2024-02-29 2024-03-31", Dates(new() { Frequency = RuleFrequency.Monthly, ByMonthDay = [-1] }, new(2024, 1, 31), 3));

    [Fact]
    public void The_second_and_the_last_weekday_of_a_month()
    {
        Assert.Equal("2026-01-13 2026-02-10", Dates(new() { Frequency = RuleFrequency.Monthly, ByDay = [new(IsoDayOfWeek.Tuesday, 2)] }, new(2026, 1, 13), 2));
        Assert.Equal("2026-01-30 2026-02-27", Dates(new() { Frequency = RuleFrequency.Monthly, ByDay = [new(IsoDayOfWeek.Friday, -1)] }, new(2026, 1, 30), 2));
    }

    [Fact]
    public void The_last_working_day_of_each_month()
    {
        var workdays = Enumerable.Range(1, 5).Select(d => new RuleWeekday((IsoDayOfWeek)d));

        Assert.Equal("2026-01-30 2026-02-27 2026-03-31", Dates(new() { Frequency = RuleFrequency.Monthly, ByDay = [.. workdays], BySetPosition = [-1] }, new(2026, 1, 1), 3));
    }

    [Fact]
    public void Yearly_on_29_February_is_every_leap_year() =>
        Assert.Equal("2096-02-29 2104-02-29", Dates(new() { Frequency = RuleFrequency.Yearly }, new(2096, 2, 29), 2));

    [Fact]
    public void The_twentieth_Monday_of_the_year() =>
        Assert.Equal("1997-05-19 1998-05-18", Dates(new() { Frequency = RuleFrequency.Yearly, ByDay = [new(IsoDayOfWeek.Monday, 20)] }, new(1997, 5, 19), 2));

    [Fact]
    public void The_last_day_is_included() =>
        Assert.Equal("2026-01-05 2026-01-12", Dates(new() { Frequency = RuleFrequency.Weekly, End = new RuleEnd.LastDay(new(2026, 1, 12)) }, new(2026, 1, 5)));

    [Fact]
    public void A_rule_that_never_produces_anything_ends() =>
        Assert.Empty(new RecurrenceRule { Frequency = RuleFrequency.Yearly, ByMonth = [2], ByMonthDay = [30] }.Occurrences(new LocalDate(2026, 1, 1)));

    [Fact]
    public void An_endless_rule_ends_with_the_calendar() =>
        Assert.Equal(new LocalDate(9998, 12, 31), new RecurrenceRule { Frequency = RuleFrequency.Daily }.Occurrences(new LocalDate(9990, 1, 1)).Last());

    public static TheoryData<bool, RecurrenceRule, LocalDate> Portable => new()
    {
        { true, new() { Frequency = RuleFrequency.Weekly, ByDay = [new(IsoDayOfWeek.Monday)] }, new(2026, 1, 5) },
        { true, new() { Frequency = RuleFrequency.Monthly, ByMonthDay = [-1] }, new(2026, 1, 31) },
        { true, new() { Frequency = RuleFrequency.Monthly, ByMonthDay = [28] }, new(2026, 1, 28) },
        { false, new() { Frequency = RuleFrequency.Monthly, ByMonthDay = [29] }, new(2026, 1, 29) },
        { false, new() { Frequency = RuleFrequency.Monthly }, new(2026, 1, 31) },
        { true, new() { Frequency = RuleFrequency.Yearly }, new(2026, 1, 31) },
        { false, new() { Frequency = RuleFrequency.Yearly }, new(2024, 2, 29) },
        { false, new() { Frequency = RuleFrequency.Monthly, ByDay = [new(IsoDayOfWeek.Tuesday, 2), new(IsoDayOfWeek.Tuesday, 4)] }, new(2026, 1, 13) },
        { false, new() { Frequency = RuleFrequency.Weekly, ByDay = [new(IsoDayOfWeek.Monday)], BySetPosition = [1] }, new(2026, 1, 5) },
        { true, new() { Frequency = RuleFrequency.Daily, End = new RuleEnd.Count(999) }, new(2026, 1, 1) },
        { false, new() { Frequency = RuleFrequency.Daily, End = new RuleEnd.Count(1000) }, new(2026, 1, 1) },
    };

    [Theory]
    [MemberData(nameof(Portable), DisableDiscoveryEnumeration = true)]
    public void Only_rules_that_all_programs_agree_on_are_portable(bool portable, RecurrenceRule rule, LocalDate start) =>
        Assert.Equal(portable, rule.IsPortable(start));
}
