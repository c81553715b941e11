using System.Text;
using NodaTime;
using Vuosikello.Calendars.Recurrence;

namespace Vuosikello.Calendars.Tests.Recurrence;

public sealed class RuleTextTests
{
    [Fact]
    public void Every_part_is_read_and_written()
    {
        const string text = "FREQ=YEARLY;INTERVAL=2;BYMONTH=1,12;BYYEARDAY=-366,1;BYMONTHDAY=-31,31;BYDAY=MO,-53SU,2FR;BYHOUR=0,23;BYMINUTE=59;BYSECOND=60;BYSETPOS=-1,366;COUNT=7;WKST=SU";

        Assert.Equal(text, RecurrenceRule.Parse(text).ToString());
    }

    [Theory]
    [InlineData("FREQ=YEARLY;BYWEEKNO=-53,1")]
    [InlineData("FREQ=DAILY;UNTIL=20261122")]
    [InlineData("FREQ=DAILY;UNTIL=20261122T090000")]
    [InlineData("FREQ=DAILY;UNTIL=20261122T090000Z")]
    [InlineData("FREQ=SECONDLY")]
    [InlineData("FREQ=MINUTELY;INTERVAL=2147483647")]
    public void What_is_read_is_written_as_it_was(string text) => Assert.Equal(text, RecurrenceRule.Parse(text).ToString());

    [Fact]
    public void Parts_may_come_in_any_order_and_case() =>
        Assert.Equal("FREQ=MONTHLY;BYDAY=1MO;COUNT=3", RecurrenceRule.Parse("count=3;byday=+1mo;Freq=monthly").ToString());

    [Theory]
    [InlineData("", "no part of a rule")]
    [InlineData("COUNT=3", "FREQ is missing")]
    [InlineData("FREQ=FORTNIGHTLY", "FREQ is \"FORTNIGHTLY\"")]
    [InlineData("FREQ=DAILY;", "no part of a rule")]
    [InlineData("FREQ=DAILY;COUNT", "no part of a rule")]
    [InlineData("FREQ=DAILY;RSCALE=CHINESE", "\"RSCALE\" is no part")]
    [InlineData("FREQ=DAILY;COUNT=2;COUNT=3", "COUNT comes twice")]
    [InlineData("FREQ=DAILY;COUNT=2;UNTIL=20260101", "cannot stand together")]
    [InlineData("FREQ=DAILY;COUNT=0", "COUNT is less than 1")]
    [InlineData("FREQ=DAILY;COUNT=99999999999", "COUNT is \"99999999999\"")]
    [InlineData("FREQ=DAILY;INTERVAL=0", "INTERVAL is 0")]
    [InlineData("FREQ=DAILY;INTERVAL=-1", "INTERVAL is \"-1\"")]
    [InlineData("FREQ=DAILY;UNTIL=20260230", "UNTIL is \"20260230\"")]
    [InlineData("FREQ=DAILY;UNTIL=20260228T250000", "UNTIL is")]
    [InlineData("FREQ=DAILY;UNTIL=2026-02-28", "UNTIL is")]
    [InlineData("FREQ=DAILY;UNTIL=20260228T090000+02", "UNTIL is")]
    [InlineData("FREQ=DAILY;INTERVAL=+2", "INTERVAL is \"+2\"")]
    [InlineData("FREQ=DAILY;COUNT=+3", "COUNT is \"+3\"")]
    [InlineData("FREQ=DAILY;BYHOUR=+5", "BYHOUR is \"+5\"")]
    [InlineData("FREQ=DAILY;BYMINUTE=-0", "BYMINUTE is \"-0\"")]
    [InlineData("FREQ=DAILY;BYSECOND=1,+2", "BYSECOND is \"1,+2\"")]
    [InlineData("FREQ=YEARLY;BYMONTH=+3", "BYMONTH is \"+3\"")]
    [InlineData("FREQ=DAILY;BYHOUR=24", "BYHOUR")]
    [InlineData("FREQ=DAILY;BYMINUTE=60", "BYMINUTE")]
    [InlineData("FREQ=DAILY;BYSECOND=61", "BYSECOND")]
    [InlineData("FREQ=DAILY;BYMONTH=13", "BYMONTH")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=0", "BYMONTHDAY")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=1,,2", "BYMONTHDAY is \"1,,2\"")]
    [InlineData("FREQ=WEEKLY;BYMONTHDAY=1", "BYMONTHDAY cannot stand in a weekly rule")]
    [InlineData("FREQ=MONTHLY;BYYEARDAY=1", "BYYEARDAY cannot stand")]
    [InlineData("FREQ=YEARLY;BYYEARDAY=367", "BYYEARDAY")]
    [InlineData("FREQ=MONTHLY;BYWEEKNO=1", "BYWEEKNO can only stand in a yearly rule")]
    [InlineData("FREQ=YEARLY;BYWEEKNO=54", "BYWEEKNO")]
    [InlineData("FREQ=YEARLY;BYWEEKNO=1;BYDAY=1MO", "beside BYWEEKNO")]
    [InlineData("FREQ=WEEKLY;BYDAY=1MO", "ordinal")]
    [InlineData("FREQ=MONTHLY;BYDAY=0MO", "BYDAY is \"0MO\"")]
    [InlineData("FREQ=MONTHLY;BYDAY=54MO", "ordinal")]
    [InlineData("FREQ=MONTHLY;BYDAY=XX", "BYDAY is \"XX\"")]
    [InlineData("FREQ=DAILY;BYSETPOS=1", "BYSETPOS needs another")]
    [InlineData("FREQ=DAILY;WKST=XX", "WKST is \"XX\"")]
    public void What_is_no_rule_is_refused_and_the_part_is_named(string text, string named)
    {
        Assert.False(RuleText.TryParse(Encoding.UTF8.GetBytes(text), out var rule, out string? fault));

        Assert.Null(rule);
        Assert.Contains(named, fault, StringComparison.Ordinal);
        Assert.Contains(fault, Assert.Throws<InvalidCalendarException>(() => RecurrenceRule.Parse(text)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Octets_that_are_no_text_are_refused_too() => Assert.False(RuleText.TryParse([0xFF, 0x3D, 0xC3, 0x00], out _, out _));

    [Fact]
    public void Rules_are_equal_by_their_parts()
    {
        var rule = new RecurrenceRule { Frequency = RuleFrequency.Monthly, ByDay = [new(IsoDayOfWeek.Monday, 1)] };
        var same = new RecurrenceRule { Frequency = RuleFrequency.Monthly, ByDay = [new(IsoDayOfWeek.Monday, 1)] };

        Assert.Equal(rule, same);
        Assert.Equal(rule.GetHashCode(), same.GetHashCode());
        Assert.NotEqual(rule, same with { ByDay = [new(IsoDayOfWeek.Monday, 2)] });
    }
}
