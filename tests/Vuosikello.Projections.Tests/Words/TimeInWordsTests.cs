using System.Globalization;
using NodaTime;
using Vuosikello.Domain.Activities;
using Vuosikello.Projections.Words;

namespace Vuosikello.Projections.Tests.Words;

public sealed class TimeInWordsTests
{
    private static readonly ActivityTime Workshop = new ActivityTime.Exact(new LocalDateTime(2009, 3, 24, 16, 0), new LocalDateTime(2009, 3, 24, 19, 0));
    private static readonly ActivityTime Forum = new ActivityTime.Exact(new LocalDateTime(2022, 8, 25, 13, 0), new LocalDateTime(2022, 8, 25, 14, 30));

    [Fact]
    public void An_exact_time_says_weekday_date_and_hours()
    {
        Assert.Equal("ti 24.3.2009 klo 16–19", TimeInWords.Of(Workshop, "fi", withYear: true));
        Assert.Equal("tis 24.3.2009 kl. 16–19", TimeInWords.Of(Workshop, "sv", withYear: true));
        Assert.Equal("Tue 24 Mar 2009, 16:00–19:00", TimeInWords.Of(Workshop, "en", withYear: true));
    }

    [Fact]
    public void The_year_is_left_out_where_it_is_plain()
    {
        Assert.Equal("ti 24.3. klo 16–19", TimeInWords.Of(Workshop, "fi", withYear: false));
        Assert.Equal("tis 24.3 kl. 16–19", TimeInWords.Of(Workshop, "sv", withYear: false));
        Assert.Equal("Tue 24 Mar, 16:00–19:00", TimeInWords.Of(Workshop, "en", withYear: false));
    }

    [Fact]
    public void Minutes_are_said_only_where_there_are_some() =>
        Assert.Equal("to 25.8.2022 klo 13–14.30", TimeInWords.Of(Forum, "fi", withYear: true));

    [Fact]
    public void A_time_across_midnight_says_both_days() =>
        Assert.Equal(
            "la 24.10. klo 22 – su 25.10. klo 2.30",
            TimeInWords.Of(new ActivityTime.Exact(new LocalDateTime(2009, 10, 24, 22, 0), new LocalDateTime(2009, 10, 25, 2, 30)), "fi", withYear: false));

    [Fact]
    public void A_time_across_New_Year_always_says_its_years()
    {
        var days = new ActivityTime.Days(new LocalDate(2014, 12, 28), new LocalDate(2015, 1, 2));
        Assert.Equal("28.12.2014–2.1.2015", TimeInWords.Of(days, "fi", withYear: false));
        Assert.Equal("28 Dec 2014 – 2 Jan 2015", TimeInWords.Of(days, "en", withYear: false));
        var months = new ActivityTime.Months(new YearMonth(2014, 12), new YearMonth(2015, 1));
        Assert.Equal("joulukuu 2014 – tammikuu 2015", TimeInWords.Of(months, "fi", withYear: false));
    }

    [Fact]
    public void A_time_of_another_zone_is_said_on_the_clock_of_Helsinki() =>
        Assert.Equal(
            "ke 27.2. klo 1–3",
            TimeInWords.Of(new ActivityTime.Exact(new LocalDateTime(2013, 2, 26, 23, 0), new LocalDateTime(2013, 2, 27, 1, 0), "Europe/London"), "fi", withYear: false));

    [Theory]
    [InlineData("fi", "2.–3.4.2014", "28.8.–2.9.2014")]
    [InlineData("sv", "2–3.4.2014", "28.8–2.9.2014")]
    [InlineData("en", "2–3 Apr 2014", "28 Aug – 2 Sep 2014")]
    public void A_span_of_days_says_the_month_once_when_it_can(string language, string short_, string long_)
    {
        Assert.Equal(short_, TimeInWords.Of(new ActivityTime.Days(new LocalDate(2014, 4, 2), new LocalDate(2014, 4, 3)), language, withYear: true));
        Assert.Equal(long_, TimeInWords.Of(new ActivityTime.Days(new LocalDate(2014, 8, 28), new LocalDate(2014, 9, 2)), language, withYear: true));
    }

    [Theory]
    [InlineData("fi", "elokuu", "kesä–elokuu 2009")]
    [InlineData("sv", "augusti", "juni–augusti 2009")]
    [InlineData("en", "August", "June–August 2009")]
    public void Months_are_said_by_name(string language, string one, string several)
    {
        Assert.Equal(one, TimeInWords.Of(new ActivityTime.Months(new YearMonth(2012, 8), new YearMonth(2012, 8)), language, withYear: false));
        Assert.Equal(several, TimeInWords.Of(new ActivityTime.Months(new YearMonth(2009, 6), new YearMonth(2009, 8)), language, withYear: true));
    }

    [Theory]
    [InlineData("fi", "joka toinen maanantai 5.1.–14.12. klo 16–18, paitsi 6.4.")]
    [InlineData("sv", "varannan måndag 5.1–14.12 kl. 16–18, utom 6.4")]
    [InlineData("en", "every other Monday, 5 Jan – 14 Dec, 16:00–18:00, except 6 Apr")]
    public void A_weekly_recurrence_says_its_rule_its_days_and_what_is_left_out(string language, string words)
    {
        var first = new ActivityTime.Exact(new LocalDateTime(2009, 1, 5, 16, 0), new LocalDateTime(2009, 1, 5, 18, 0));
        var rule = new Recurrence(Frequency.Weekly, 2, new LocalDate(2009, 12, 14), []);
        Assert.Equal(words, TimeInWords.Of(new ActivityTime.Recurring(first, rule, [new LocalDate(2009, 4, 6)]), language, withYear: false));
    }

    [Theory]
    [InlineData("fi", 1, null, 2, "joka kuukauden toinen tiistai 13.1.–31.12.2009")]
    [InlineData("fi", 3, null, -1, "joka kolmas kuukausi viimeisenä tiistaina 13.1.–31.12.2009")]
    [InlineData("fi", 1, 15, null, "joka kuukauden 15. päivä 13.1.–31.12.2009")]
    [InlineData("fi", 3, -1, null, "joka kolmas kuukausi viimeisenä päivänä 13.1.–31.12.2009")]
    [InlineData("sv", 1, null, 2, "andra tisdagen varje månad 13.1–31.12.2009")]
    [InlineData("sv", 7, 15, null, "den 15 var 7:e månad 13.1–31.12.2009")]
    [InlineData("en", 2, null, -1, "on the last Tuesday of every other month, 13 Jan – 31 Dec 2009")]
    [InlineData("en", 1, 22, null, "on the 22nd of every month, 13 Jan – 31 Dec 2009")]
    public void A_monthly_recurrence_says_which_day(string language, int interval, int? day, int? week, string words)
    {
        var first = new ActivityTime.Days(new LocalDate(2009, 1, 13), new LocalDate(2009, 1, 13));
        var rule = new Recurrence(Frequency.Monthly, interval, new LocalDate(2009, 12, 31), [], day, week, week is null ? null : IsoDayOfWeek.Tuesday);
        Assert.Equal(words, TimeInWords.Of(new ActivityTime.Recurring(first, rule, []), language, withYear: true));
    }

    [Fact]
    public void Several_weekdays_are_listed_in_their_order()
    {
        var first = new ActivityTime.Days(new LocalDate(2009, 1, 7), new LocalDate(2009, 1, 8));
        var rule = new Recurrence(Frequency.Weekly, 2, new LocalDate(2009, 12, 31), [IsoDayOfWeek.Wednesday, IsoDayOfWeek.Monday]);
        var time = new ActivityTime.Recurring(first, rule, []);
        Assert.Equal("joka toinen viikko maanantaisin ja keskiviikkoisin 7.1.–31.12., 2 päivää kerrallaan", TimeInWords.Of(time, "fi", withYear: false));
        Assert.Equal("varannan vecka på måndagar och onsdagar 7.1–31.12, 2 dagar åt gången", TimeInWords.Of(time, "sv", withYear: false));
        Assert.Equal("every other week on Mondays and Wednesdays, 7 Jan – 31 Dec, 2 days at a time", TimeInWords.Of(time, "en", withYear: false));
    }

    [Fact]
    public void A_moment_is_said_on_the_clock_of_Helsinki()
    {
        var moment = Instant.FromUtc(2009, 7, 1, 12, 5);
        Assert.Equal("1.7.2009 klo 15.05", TimeInWords.At(moment, "fi"));
        Assert.Equal("1.7.2009 kl. 15.05", TimeInWords.At(moment, "sv"));
        Assert.Equal("1 Jul 2009, 15:05", TimeInWords.At(moment, "en"));
    }

    [Fact]
    public void The_culture_of_the_machine_changes_nothing()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("ar-SA");
            Assert.Equal("ti 24.3.2009 klo 16–19", TimeInWords.Of(Workshop, "fi", withYear: true));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
