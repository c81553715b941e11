using NodaTime;
using Vuosikello.Calendars.Recurrence;

namespace Vuosikello.Calendars.Tests.Recurrence;

/// <summary>Every example of RFC 5545 section 3.8.5.3, with the results that it lists, in New York as there.</summary>
public sealed class RfcExamplesTests
{
    private static readonly DateTimeZone NewYork = DateTimeZoneProviders.Tzdb["America/New_York"];
    private static readonly LocalTime Nine = new(9, 0);

    [Theory]
    [InlineData("Daily for 10 occurrences", "1997-09 2", "FREQ=DAILY;COUNT=10", true, "1997-09 2-11")]
    [InlineData("Daily until December 24", "1997-09 2", "FREQ=DAILY;UNTIL=19971224T000000Z", true, "1997-09 2-30, 1997-10 1-31, 1997-11 1-30, 1997-12 1-23")]
    [InlineData("Every other day", "1997-09 2", "FREQ=DAILY;INTERVAL=2", false, "1997-09 2 4 6 8 10 12 14 16 18 20 22 24 26 28 30, 1997-10 2 4 6 8 10 12 14 16 18 20 22 24 26 28 30, 1997-11 1 3")]
    [InlineData("Every 10 days, 5 occurrences", "1997-09 2", "FREQ=DAILY;INTERVAL=10;COUNT=5", true, "1997-09 2 12 22, 1997-10 2 12")]
    [InlineData("Every day in January, for 3 years", "1998-01 1", "FREQ=YEARLY;UNTIL=20000131T140000Z;BYMONTH=1;BYDAY=SU,MO,TU,WE,TH,FR,SA", true, "1998-01 1-31, 1999-01 1-31, 2000-01 1-31")]
    [InlineData("Every day in January, for 3 years, daily", "1998-01 1", "FREQ=DAILY;UNTIL=20000131T140000Z;BYMONTH=1", true, "1998-01 1-31, 1999-01 1-31, 2000-01 1-31")]
    [InlineData("Weekly for 10 occurrences", "1997-09 2", "FREQ=WEEKLY;COUNT=10", true, "1997-09 2 9 16 23 30, 1997-10 7 14 21 28, 1997-11 4")]
    [InlineData("Weekly until December 24", "1997-09 2", "FREQ=WEEKLY;UNTIL=19971224T000000Z", true, "1997-09 2 9 16 23 30, 1997-10 7 14 21 28, 1997-11 4 11 18 25, 1997-12 2 9 16 23")]
    [InlineData("Every other week", "1997-09 2", "FREQ=WEEKLY;INTERVAL=2;WKST=SU", false, "1997-09 2 16 30, 1997-10 14 28, 1997-11 11 25, 1997-12 9 23, 1998-01 6 20, 1998-02 3 17")]
    [InlineData("Weekly on Tuesday and Thursday for five weeks", "1997-09 2", "FREQ=WEEKLY;UNTIL=19971007T000000Z;WKST=SU;BYDAY=TU,TH", true, "1997-09 2 4 9 11 16 18 23 25 30, 1997-10 2")]
    [InlineData("The same by count", "1997-09 2", "FREQ=WEEKLY;COUNT=10;WKST=SU;BYDAY=TU,TH", true, "1997-09 2 4 9 11 16 18 23 25 30, 1997-10 2")]
    [InlineData("Every other week on Monday, Wednesday and Friday until December 24", "1997-09 1", "FREQ=WEEKLY;INTERVAL=2;UNTIL=19971224T000000Z;WKST=SU;BYDAY=MO,WE,FR", true, "1997-09 1 3 5 15 17 19 29, 1997-10 1 3 13 15 17 27 29 31, 1997-11 10 12 14 24 26 28, 1997-12 8 10 12 22")]
    [InlineData("Every other week on Tuesday and Thursday, 8 occurrences", "1997-09 2", "FREQ=WEEKLY;INTERVAL=2;COUNT=8;WKST=SU;BYDAY=TU,TH", true, "1997-09 2 4 16 18 30, 1997-10 2 14 16")]
    [InlineData("Monthly on the first Friday, 10 occurrences", "1997-09 5", "FREQ=MONTHLY;COUNT=10;BYDAY=1FR", true, "1997-09 5, 1997-10 3, 1997-11 7, 1997-12 5, 1998-01 2, 1998-02 6, 1998-03 6, 1998-04 3, 1998-05 1, 1998-06 5")]
    [InlineData("Monthly on the first Friday until December 24", "1997-09 5", "FREQ=MONTHLY;UNTIL=19971224T000000Z;BYDAY=1FR", true, "1997-09 5, 1997-10 3, 1997-11 7, 1997-12 5")]
    [InlineData("Every other month on the first and last Sunday", "1997-09 7", "FREQ=MONTHLY;INTERVAL=2;COUNT=10;BYDAY=1SU,-1SU", true, "1997-09 7 28, 1997-11 2 30, 1998-01 4 25, 1998-03 1 29, 1998-05 3 31")]
    [InlineData("Monthly on the second-to-last Monday for 6 months", "1997-09 22", "FREQ=MONTHLY;COUNT=6;BYDAY=-2MO", true, "1997-09 22, 1997-10 20, 1997-11 17, 1997-12 22, 1998-01 19, 1998-02 16")]
    [InlineData("Monthly on the third-to-the-last day", "1997-09 28", "FREQ=MONTHLY;BYMONTHDAY=-3", false, "1997-09 28, 1997-10 29, 1997-11 28, 1997-12 29, 1998-01 29, 1998-02 26")]
    [InlineData("Monthly on the 2nd and 15th, 10 occurrences", "1997-09 2", "FREQ=MONTHLY;COUNT=10;BYMONTHDAY=2,15", true, "1997-09 2 15, 1997-10 2 15, 1997-11 2 15, 1997-12 2 15, 1998-01 2 15")]
    [InlineData("Monthly on the first and last day, 10 occurrences", "1997-09 30", "FREQ=MONTHLY;COUNT=10;BYMONTHDAY=1,-1", true, "1997-09 30, 1997-10 1 31, 1997-11 1 30, 1997-12 1 31, 1998-01 1 31, 1998-02 1")]
    [InlineData("Every 18 months on the 10th to the 15th, 10 occurrences", "1997-09 10", "FREQ=MONTHLY;INTERVAL=18;COUNT=10;BYMONTHDAY=10,11,12,13,14,15", true, "1997-09 10-15, 1999-03 10-13")]
    [InlineData("Every Tuesday, every other month", "1997-09 2", "FREQ=MONTHLY;INTERVAL=2;BYDAY=TU", false, "1997-09 2 9 16 23 30, 1997-11 4 11 18 25, 1998-01 6 13 20 27, 1998-03 3 10 17 24 31")]
    [InlineData("Yearly in June and July, 10 occurrences", "1997-06 10", "FREQ=YEARLY;COUNT=10;BYMONTH=6,7", true, "1997-06 10, 1997-07 10, 1998-06 10, 1998-07 10, 1999-06 10, 1999-07 10, 2000-06 10, 2000-07 10, 2001-06 10, 2001-07 10")]
    [InlineData("Every other year in January, February and March, 10 occurrences", "1997-03 10", "FREQ=YEARLY;INTERVAL=2;COUNT=10;BYMONTH=1,2,3", true, "1997-03 10, 1999-01 10, 1999-02 10, 1999-03 10, 2001-01 10, 2001-02 10, 2001-03 10, 2003-01 10, 2003-02 10, 2003-03 10")]
    [InlineData("Every third year on the 1st, 100th and 200th day, 10 occurrences", "1997-01 1", "FREQ=YEARLY;INTERVAL=3;COUNT=10;BYYEARDAY=1,100,200", true, "1997-01 1, 1997-04 10, 1997-07 19, 2000-01 1, 2000-04 9, 2000-07 18, 2003-01 1, 2003-04 10, 2003-07 19, 2006-01 1")]
    [InlineData("Every 20th Monday of the year", "1997-05 19", "FREQ=YEARLY;BYDAY=20MO", false, "1997-05 19, 1998-05 18, 1999-05 17")]
    [InlineData("Monday of week number 20", "1997-05 12", "FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO", false, "1997-05 12, 1998-05 11, 1999-05 17")]
    [InlineData("Every Thursday in March", "1997-03 13", "FREQ=YEARLY;BYMONTH=3;BYDAY=TH", false, "1997-03 13 20 27, 1998-03 5 12 19 26, 1999-03 4 11 18 25")]
    [InlineData("Every Thursday in June, July and August", "1997-06 5", "FREQ=YEARLY;BYDAY=TH;BYMONTH=6,7,8", false, "1997-06 5 12 19 26, 1997-07 3 10 17 24 31, 1997-08 7 14 21 28, 1998-06 4 11 18 25, 1998-07 2 9 16 23 30, 1998-08 6 13 20 27, 1999-06 3 10 17 24, 1999-07 1 8 15 22 29, 1999-08 5 12 19 26")]
    [InlineData("Every Friday the 13th", "1997-09 2", "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13", false, "1998-02 13, 1998-03 13, 1998-11 13, 1999-08 13, 2000-10 13")]
    [InlineData("The first Saturday that follows the first Sunday", "1997-09 13", "FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=7,8,9,10,11,12,13", false, "1997-09 13, 1997-10 11, 1997-11 8, 1997-12 13, 1998-01 10, 1998-02 7, 1998-03 7, 1998-04 11, 1998-05 9, 1998-06 13")]
    [InlineData("Every 4 years, the first Tuesday after a Monday in November", "1996-11 5", "FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8", false, "1996-11 5, 2000-11 7, 2004-11 2")]
    [InlineData("The third of Tuesday, Wednesday or Thursday, for 3 months", "1997-09 4", "FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3", true, "1997-09 4, 1997-10 7, 1997-11 6")]
    [InlineData("The second-to-last weekday of the month", "1997-09 29", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2", false, "1997-09 29, 1997-10 30, 1997-11 27, 1997-12 30, 1998-01 29, 1998-02 26, 1998-03 30")]
    [InlineData("Where weeks start on Monday", "1997-08 5", "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO", true, "1997-08 5 10 19 24")]
    [InlineData("Where weeks start on Sunday", "1997-08 5", "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU", true, "1997-08 5 17 19 31")]
    [InlineData("A date that does not exist is left out", "2007-01 15", "FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5", true, "2007-01 15 30, 2007-02 15, 2007-03 15 30")]
    public void An_example_of_days(string example, string start, string rule, bool ends, string dates)
    {
        var expected = DateLists.Read(dates).Select(At).ToArray();
        var moments = RecurrenceRule.Parse(rule).Occurrences(DateLists.Read(start).Single() + Nine, NewYork).Take(expected.Length + 1).ToArray();

        Assert.Equal(expected, moments.Take(expected.Length));
        Assert.True(ends == (moments.Length == expected.Length), $"{example} ends elsewhere");
    }

    /// <summary>The first one's UNTIL is 17:00 UTC in the RFC, which is 13:00 in New York; its errata say 21:00 UTC, which gives the three that are listed.</summary>
    [Theory]
    [InlineData("FREQ=HOURLY;INTERVAL=3;UNTIL=19970902T210000Z", "09:00 12:00 15:00")]
    [InlineData("FREQ=MINUTELY;INTERVAL=15;COUNT=6", "09:00 09:15 09:30 09:45 10:00 10:15")]
    [InlineData("FREQ=MINUTELY;INTERVAL=90;COUNT=4", "09:00 10:30 12:00 13:30")]
    public void An_example_of_hours(string rule, string times) =>
        Assert.Equal(times, string.Join(' ', RecurrenceRule.Parse(rule).Occurrences(new LocalDate(1997, 9, 2) + Nine, NewYork).Select(at => $"{at.InZone(NewYork):HH:mm}")));

    [Theory]
    [InlineData("FREQ=DAILY;BYHOUR=9,10,11,12,13,14,15,16;BYMINUTE=0,20,40")]
    [InlineData("FREQ=MINUTELY;INTERVAL=20;BYHOUR=9,10,11,12,13,14,15,16")]
    public void Every_20_minutes_from_nine_to_twenty_to_five_every_day(string rule)
    {
        var expected = Enumerable.Range(2, 3).SelectMany(day => Enumerable.Range(0, 24).Select(i => new LocalDateTime(1997, 9, day, 9, 0).PlusMinutes(20 * i)));

        Assert.Equal(expected, RecurrenceRule.Parse(rule).Occurrences(new LocalDate(1997, 9, 2) + Nine).Take(72));
    }

    private static Instant At(LocalDate date) => (date + Nine).InZoneStrictly(NewYork).ToInstant();
}
