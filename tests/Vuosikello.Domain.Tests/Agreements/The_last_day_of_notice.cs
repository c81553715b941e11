using NodaTime;
using Vuosikello.Domain.Agreements;

namespace Vuosikello.Domain.Tests.Agreements;

public sealed class The_last_day_of_notice
{
    [Theory]
    [InlineData(3, NoticeUnit.Months, "2027-12-31", "2027-09-30")]
    [InlineData(1, NoticeUnit.Months, "2027-02-28", "2027-01-31")]
    [InlineData(1, NoticeUnit.Months, "2028-02-29", "2028-01-31")]
    [InlineData(1, NoticeUnit.Months, "2027-04-30", "2027-03-31")]
    [InlineData(1, NoticeUnit.Months, "2027-03-30", "2027-02-28")]
    [InlineData(6, NoticeUnit.Months, "2027-08-30", "2027-02-28")]
    [InlineData(30, NoticeUnit.Days, "2027-12-31", "2027-12-01")]
    [InlineData(0, NoticeUnit.Days, "2027-12-31", "2027-12-31")]
    [InlineData(0, NoticeUnit.Months, "2027-12-31", "2027-12-31")]
    public void Is_the_last_from_which_the_period_is_over_with_the_term(int count, NoticeUnit unit, string end, string day) =>
        Assert.Equal(Date(day), new NoticePeriod(count, unit).LastDayToEndBy(Date(end)));

    [Fact]
    public void A_day_later_is_too_late_whatever_the_period_and_the_end()
    {
        for (int count = 0; count <= 24; count++)
            foreach (var unit in Enum.GetValues<NoticeUnit>())
                for (int days = 0; days < 1_500; days++)
                {
                    var (period, end) = (new NoticePeriod(count, unit), new LocalDate(2026, 1, 1).PlusDays(days));
                    var last = period.LastDayToEndBy(end);
                    Assert.True(period.EndAfter(last) <= end && period.EndAfter(last.PlusDays(1)) > end, $"{period} before {end}: {last}");
                }
    }

    private static LocalDate Date(string iso) => NodaTime.Text.LocalDatePattern.Iso.Parse(iso).Value;
}
