using System.Text;
using NodaTime;
using Vuosikello.Domain.Activities;
using Vuosikello.Web.Subscribe;

namespace Vuosikello.Web.Tests.Subscribe;

public sealed class What_a_subscriber_will_see
{
    private static readonly LocalDate Today = new(2009, 4, 2);

    [Fact]
    public void Each_occurrence_of_what_recurs_is_an_entry_but_those_left_out()
    {
        var preview = Of("""
            DTSTART;TZID=Europe/Helsinki:20090324T160000
            DTEND;TZID=Europe/Helsinki:20090324T190000
            RRULE:FREQ=WEEKLY;UNTIL=20090414T205959Z;BYDAY=TU
            EXDATE;TZID=Europe/Helsinki:20090407T160000
            SUMMARY:Työpaja
            """);

        // Winter time and summer time: the same hour on the clock.
        Assert.Equal(["24.3. 16:00–19:00 Työpaja", "31.3. 16:00–19:00 Työpaja", "14.4. 16:00–19:00 Työpaja"], Lines(preview));
        Assert.Equal((3, 1, 2), (preview.Total, preview.Coming, preview.Past));
    }

    [Fact]
    public void The_last_day_of_an_all_day_entry_is_the_one_before_its_end_and_it_is_coming_until_then()
    {
        var preview = Of("""
            DTSTART;VALUE=DATE:20090330
            DTEND;VALUE=DATE:20090403
            SUMMARY:Kysely
            """);

        var entry = Assert.Single(preview.Next);
        Assert.True(entry.AllDay);
        Assert.Equal((new LocalDate(2009, 3, 30), new LocalDate(2009, 4, 2)), (entry.Start.Date, entry.LastDay));
    }

    [Fact]
    public void Times_of_other_zones_are_shown_on_Helsinkis_clock()
    {
        var preview = Of("""
            DTSTART:20090501T130000Z
            DTEND:20090501T140000Z
            SUMMARY:Verkossa
            """);

        Assert.Equal(["1.5. 16:00–17:00 Verkossa"], Lines(preview));
    }

    [Fact]
    public void What_was_cancelled_or_is_not_certain_says_so()
    {
        var preview = Of(
            "DTSTART;VALUE=DATE:20090501\nSTATUS:CANCELLED\nSUMMARY:PERUTTU: Retki",
            "DTSTART;VALUE=DATE:20090501\nSTATUS:CANCELLED\nSUMMARY:POISTETTU: Vahinko",
            "DTSTART;VALUE=DATE:20090502\nSTATUS:TENTATIVE\nSUMMARY:Talkoot",
            "DTSTART;VALUE=DATE:20090503\nSTATUS:CONFIRMED\nSUMMARY:Kokous");

        Assert.Equal([ActivityStatus.Cancelled, ActivityStatus.Withdrawn, ActivityStatus.Proposed, null], preview.Next.Select(entry => entry.Shown));
        Assert.Equal((4, 2, 2), (preview.Total, preview.TakingPlace, preview.Off));
    }

    [Fact]
    public void An_occurrence_that_was_moved_shows_where_it_was_moved_to()
    {
        var preview = Of(
            "DTSTART;TZID=Europe/Helsinki:20090407T100000\nDTEND;TZID=Europe/Helsinki:20090407T110000\nRRULE:FREQ=DAILY;COUNT=2\nUID:sarja\nSUMMARY:Aamukahvi",
            "DTSTART;TZID=Europe/Helsinki:20090408T120000\nDTEND;TZID=Europe/Helsinki:20090408T130000\nRECURRENCE-ID;TZID=Europe/Helsinki:20090408T100000\nUID:sarja\nSUMMARY:Lounas");

        Assert.Equal(["7.4. 10:00–11:00 Aamukahvi", "8.4. 12:00–13:00 Lounas"], Lines(preview));
    }

    [Fact]
    public void No_more_is_kept_than_a_page_can_show_but_all_is_counted()
    {
        var preview = Of(
            "DTSTART;VALUE=DATE:20080101\nRRULE:FREQ=DAILY;UNTIL=20090401\nSUMMARY:Mennyt",
            "DTSTART;VALUE=DATE:20090402\nRRULE:FREQ=DAILY;COUNT=300\nSUMMARY:Tuleva");

        Assert.Equal((457 + 300, 300, 457), (preview.Total, preview.Coming, preview.Past));
        Assert.Equal((FeedPreview.MostShown, FeedPreview.MostShown), (preview.Next.Length, preview.Before.Length));
        Assert.Equal((Today, new LocalDate(2009, 4, 1)), (preview.Next[0].Start.Date, preview.Before[^1].Start.Date));
    }

    private static IEnumerable<string> Lines(FeedPreview preview) => preview.Before.Concat(preview.Next)
        .Select(entry => FormattableString.Invariant($"{entry.Start.Day}.{entry.Start.Month}. {entry.Start.TimeOfDay:HH':'mm}–{entry.End.TimeOfDay:HH':'mm} {entry.Title}"));

    private static FeedPreview Of(params string[] events)
    {
        var file = new StringBuilder("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Test//Test//FI\r\n");
        int number = 0;
        foreach (string each in events)
        {
            string uid = each.Contains("UID:", StringComparison.Ordinal) ? "" : FormattableString.Invariant($"UID:{++number}@test\r\n");
            file.Append("BEGIN:VEVENT\r\n").Append(uid).Append("DTSTAMP:20090101T000000Z\r\n").Append(each.ReplaceLineEndings("\r\n")).Append("\r\nEND:VEVENT\r\n");
        }
        return FeedPreview.Read(Encoding.UTF8.GetBytes(file.Append("END:VCALENDAR\r\n").ToString()), Today);
    }
}
