using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using NodaTime.Calendars;
using Vuosikello.Domain.Activities;
using Vuosikello.TestKit;

namespace Vuosikello.Domain.Tests.Activities;

/// <summary>What holds for random times.</summary>
public sealed class Whatever_time_it_is
{
    private static readonly Gen<int> Years = Gen.Choose(2009, 2050);

    private static void Always<T>(Gen<T> gen, Func<T, bool> holds) =>
        Prop.ForAll(gen.ToArbitrary(), holds).Check(ActivityGenerators.Thoroughly);

    private static readonly Gen<(ActivityTime Time, int From, int To)> Moves =
        from year in Years
        from to in Years
        from time in ActivityGenerators.PossibleTime(year)
        select (time, year, to);

    [Fact]
    public void Occurrences_increase_are_on_the_rule_and_end_with_it() =>
        Always(ActivityTimes.Recurring(2026), time =>
        {
            var series = (ActivityTime.Recurring)time;
            var days = Occurrences.Of(series).Select(Occurrences.FirstDay).ToArray();
            var rule = series.Rule;
            return days.Zip(days.Skip(1)).All(pair => pair.First < pair.Second)
                && days.All(d => d <= rule.Until && !series.Exceptions.Contains(d))
                && days.All(d => rule.Frequency != Frequency.Weekly || rule.Weekdays.Count == 0 || rule.Weekdays.Contains(d.DayOfWeek))
                && days.All(d => rule.MonthDay is not > 0 || d.Day == rule.MonthDay)
                && days.All(d => rule.MonthDay != -1 || d.PlusDays(1).Day == 1)
                && days.All(d => rule.MonthWeek is null || (d.DayOfWeek == rule.MonthWeekday && (rule.MonthWeek == -1 ? d.PlusWeeks(1).Month != d.Month : (d.Day + 6) / 7 == rule.MonthWeek)));
        });

    [Fact]
    public void Moved_to_another_year_a_possible_time_is_possible_there() =>
        Always(Moves, move => !TimeRules.Broken(YearMove.To(move.Time, move.From, move.To), move.To).Any());

    [Fact]
    public void Moved_to_another_year_it_keeps_its_weekday() =>
        Always(
            Moves.Where(m => m.Time is ActivityTime.Exact or ActivityTime.Days),
            move => FirstDay(YearMove.To(move.Time, move.From, move.To)).DayOfWeek == FirstDay(move.Time).DayOfWeek);

    [Fact]
    public void Moved_to_another_year_it_keeps_its_week_or_the_nearest_one() =>
        Always(
            Moves.Where(m => m.Time is ActivityTime.Exact or ActivityTime.Days),
            move =>
            {
                var (from, to) = (FirstDay(move.Time), FirstDay(YearMove.To(move.Time, move.From, move.To)));
                int week = WeekYearRules.Iso.GetWeekOfWeekYear(from);
                return week is 1 or >= 52 || WeekYearRules.Iso.GetWeekOfWeekYear(to) == week;
            });

    [Fact]
    public void Moved_to_another_year_it_takes_as_long_by_the_clock() =>
        Always(Moves, move => (move.Time, YearMove.To(move.Time, move.From, move.To)) switch
        {
            (ActivityTime.Exact a, ActivityTime.Exact b) => Length(a) == Length(b),
            (ActivityTime.Days a, ActivityTime.Days b) => Period.DaysBetween(a.First, a.Last) == Period.DaysBetween(b.First, b.Last),
            (ActivityTime.Months a, ActivityTime.Months b) =>
                a.First.Month == b.First.Month && a.Last.Month == b.Last.Month && b.Last.Year - a.Last.Year == move.To - move.From,
            (ActivityTime.Recurring a, ActivityTime.Recurring b) => a.Rule.Interval == b.Rule.Interval && a.Rule.Frequency == b.Rule.Frequency,
            _ => false,
        });

    [Fact]
    public void Moved_within_its_own_year_it_stays() =>
        Always(
            Moves.Where(m => m.Time is not ActivityTime.Recurring),
            move => YearMove.To(move.Time, move.From, move.From) == move.Time);

    private static LocalDate FirstDay(ActivityTime time) => Occurrences.FirstDay(time);

    private static long Length(ActivityTime.Exact time) => Period.Between(time.Start, time.End, PeriodUnits.Minutes).Minutes;
}
