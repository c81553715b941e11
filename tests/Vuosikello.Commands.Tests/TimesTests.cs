using NodaTime;
using Vuosikello.Commands.Import;
using Vuosikello.Domain.Activities;

namespace Vuosikello.Commands.Tests;

public sealed class TimesTests
{
    public static TheoryData<string, ActivityTime> Written => new()
    {
        { "2009-03-24 16:00..19:00", new ActivityTime.Exact(new LocalDateTime(2009, 3, 24, 16, 0), new LocalDateTime(2009, 3, 24, 19, 0)) },
        { "2009-12-31 22:00..2010-01-01 01:00", new ActivityTime.Exact(new LocalDateTime(2009, 12, 31, 22, 0), new LocalDateTime(2010, 1, 1, 1, 0)) },
        { "2009-02-26", new ActivityTime.Days(new LocalDate(2009, 2, 26), new LocalDate(2009, 2, 26)) },
        { "2014-04-02..2014-04-03", new ActivityTime.Days(new LocalDate(2014, 4, 2), new LocalDate(2014, 4, 3)) },
        { "2009-06", new ActivityTime.Months(new YearMonth(2009, 6), new YearMonth(2009, 6)) },
        { "2009-01..2009-02", new ActivityTime.Months(new YearMonth(2009, 1), new YearMonth(2009, 2)) },
    };

    public static TheoryData<string, Recurrence> Recurrences => new()
    {
        { "every day until 2012-12-31", new Recurrence(Frequency.Daily, 1, End, []) },
        { "every 2 weeks on monday and thursday until 2012-12-31", new Recurrence(Frequency.Weekly, 2, End, [IsoDayOfWeek.Monday, IsoDayOfWeek.Thursday]) },
        { "every week until 2012-12-31", new Recurrence(Frequency.Weekly, 1, End, []) },
        { "every month on day 1 until 2012-12-31", new Recurrence(Frequency.Monthly, 1, End, [], MonthDay: 1) },
        { "every 3 months on the last day until 2012-12-31", new Recurrence(Frequency.Monthly, 3, End, [], MonthDay: -1) },
        { "every month on the 2nd tuesday until 2012-12-31", new Recurrence(Frequency.Monthly, 1, End, [], MonthWeek: 2, MonthWeekday: IsoDayOfWeek.Tuesday) },
        { "every month on the last friday until 2012-12-31", new Recurrence(Frequency.Monthly, 1, End, [], MonthWeek: -1, MonthWeekday: IsoDayOfWeek.Friday) },
    };

    private static LocalDate End => new(2012, 12, 31);

    [Theory]
    [MemberData(nameof(Written), DisableDiscoveryEnumeration = true)]
    public void A_time_is_read_as_people_write_it(string text, ActivityTime time) => Assert.Equal(time, Times.Read(text, null, null));

    [Theory]
    [MemberData(nameof(Recurrences), DisableDiscoveryEnumeration = true)]
    public void A_recurrence_is_read_as_people_write_it(string text, Recurrence rule)
    {
        var first = new LocalDate(2012, 1, 31);

        Assert.Equal(
            new ActivityTime.Recurring(new ActivityTime.Days(first, first), rule, [first]),
            Times.Read("2012-01-31", text, ["2012-01-31"]));
    }

    [Theory]
    [InlineData("every month until 2012-12-31")]
    [InlineData("every day on monday until 2012-12-31")]
    [InlineData("every week on someday until 2012-12-31")]
    [InlineData("every week on 1 until 2012-12-31")]
    [InlineData("every month on day 1")]
    [InlineData("sometimes")]
    public void What_is_no_recurrence_is_said_with_help(string text)
    {
        var wrong = Assert.Throws<FormatException>(() => Times.Read("2012-01-31", text, null));

        Assert.Contains("every 2 weeks on monday and thursday", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Exceptions_without_a_recurrence_are_refused() =>
        Assert.Throws<FormatException>(() => Times.Read("2012-01-31", null, ["2012-01-31"]));

    [Fact]
    public void A_deadline_is_a_date_or_so_many_days_before()
    {
        Assert.Equal(new RegistrationDeadline.Before(7), Times.ReadDeadline("7 days before"));
        Assert.Equal(new RegistrationDeadline.On(new LocalDate(2009, 3, 17)), Times.ReadDeadline("2009-03-17"));
        Assert.Throws<FormatException>(() => Times.ReadDeadline("a week before"));
    }
}
