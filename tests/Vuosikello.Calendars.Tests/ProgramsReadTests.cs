using NodaTime;
using Vuosikello.Calendars.Recurrence;
using Vuosikello.Calendars.TestKit;
using Vuosikello.Calendars.TestKit.Linting;

namespace Vuosikello.Calendars.Tests;

/// <summary>Calendar programs that nobody here wrote see what we meant, to the hour.</summary>
public sealed class ProgramsReadTests
{
    public static TheoryData<string> Programs => [.. CalendarReaders.Names];

    private static readonly RuleEnd Spring = new RuleEnd.LastDay(new(2026, 4, 14));

    private static readonly (CalendarEvent Event, string[] Expected)[] Shapes =
    [
        (Example.Event("winter", Example.At(2009, 3, 24, 16, 180)), ["2009-03-24T14:00:00Z/2009-03-24T17:00:00Z"]),
        (Example.Event("summer", Example.At(2009, 4, 2, 15, 180)), ["2009-04-02T12:00:00Z/2009-04-02T15:00:00Z"]),
        (Example.Event("day", Example.Day(2009, 11, 18)), ["2009-11-18/2009-11-19"]),
        (Example.Event("months", Example.Day(2009, 6, 1, 92)), ["2009-06-01/2009-09-01"]),
        (Example.Event("leap", Example.Day(2008, 2, 29)), ["2008-02-29/2008-03-01"]),
        (Example.Event("midnight", Example.At(2009, 6, 24, 22, 300)), ["2009-06-24T19:00:00Z/2009-06-25T00:00:00Z"]),
        (Example.Event("new year", Example.At(2009, 12, 31, 20, 480)), ["2009-12-31T18:00:00Z/2010-01-01T02:00:00Z"]),
        (Example.Event("utc", new EventTime.Utc(Instant.FromUtc(2026, 10, 25, 0, 30), Instant.FromUtc(2026, 10, 25, 1, 30))), ["2026-10-25T00:30:00Z/2026-10-25T01:30:00Z"]),
        (Example.Event("weekly across DST", Example.At(2026, 3, 17, 17)) with
            {
                Rule = new RecurrenceRule { Frequency = RuleFrequency.Weekly, ByDay = [new(IsoDayOfWeek.Tuesday)], End = Spring },
                Exceptions = [new(2026, 4, 7)],
            },
            ["2026-03-17T15:00:00Z/2026-03-17T17:00:00Z", "2026-03-24T15:00:00Z/2026-03-24T17:00:00Z", "2026-03-31T14:00:00Z/2026-03-31T16:00:00Z", "2026-04-14T14:00:00Z/2026-04-14T16:00:00Z"]),
        (Example.Event("first left out", Example.Day(2026, 3, 3)) with { Rule = new RecurrenceRule { Frequency = RuleFrequency.Daily, End = new RuleEnd.Count(3) }, Exceptions = [new(2026, 3, 3)] },
            ["2026-03-04/2026-03-05", "2026-03-05/2026-03-06"]),
        (Example.Event("last day", Example.Day(2026, 1, 31)) with { Rule = new RecurrenceRule { Frequency = RuleFrequency.Monthly, ByMonthDay = [-1], End = new RuleEnd.LastDay(new(2026, 4, 30)) } },
            ["2026-01-31/2026-02-01", "2026-02-28/2026-03-01", "2026-03-31/2026-04-01", "2026-04-30/2026-05-01"]),
        (Example.Event("second Tuesday", Example.At(2026, 2, 10, 9, 60)) with { Rule = new RecurrenceRule { Frequency = RuleFrequency.Monthly, ByDay = [new(IsoDayOfWeek.Tuesday, 2)], End = new RuleEnd.Count(3) } },
            ["2026-02-10T07:00:00Z/2026-02-10T08:00:00Z", "2026-03-10T07:00:00Z/2026-03-10T08:00:00Z", "2026-04-14T06:00:00Z/2026-04-14T07:00:00Z"]),
        (Example.Event("last Friday", Example.Day(2026, 1, 30)) with { Rule = new RecurrenceRule { Frequency = RuleFrequency.Monthly, ByDay = [new(IsoDayOfWeek.Friday, -1)], End = new RuleEnd.Count(2) } },
            ["2026-01-30/2026-01-31", "2026-02-27/2026-02-28"]),
        (Example.Event("quarterly", Example.Day(2026, 1, 15)) with { Rule = new RecurrenceRule { Frequency = RuleFrequency.Monthly, Interval = 3, ByMonthDay = [15], End = new RuleEnd.LastDay(new(2026, 12, 31)) } },
            ["2026-01-15/2026-01-16", "2026-04-15/2026-04-16", "2026-07-15/2026-07-16", "2026-10-15/2026-10-16"]),
    ];

    [Theory]
    [MemberData(nameof(Programs))]
    public async Task Every_kind_of_time_is_seen_at_the_right_hour(string program)
    {
        byte[] calendar = Example.Bytes([.. Shapes.Select(s => s.Event)]);
        Assert.Empty(CalendarLinter.Lint(calendar));

        var seen = await CalendarReaders.Read(program, calendar, new(2008, 1, 1), new(2027, 12, 31));

        foreach (var (e, expected) in Shapes)
        {
            Assert.Equal(expected, seen.Where(o => o.Title == e.Summary).Select(o => $"{o.Start}/{o.End}"));
        }
        Assert.Equal(Shapes.Sum(s => s.Expected.Length), seen.Count);
    }

    private static readonly string[] Nasty =
    [
        "Äänekoski, Öja & Åland", "\"lainaus\" 'heitto'", "🎉 juhla 👩‍👩‍👧", "rivi 1\nrivi 2\n\nrivi 4", "<script>alert(1)</script> &amp;",
        @"kauko;putki, \ ja toinen;", "END:VEVENT\nBEGIN:VALARM", new string('ä', 10_000), "tab\tulaattori", "e\u0301 yhdistyvä",
    ];

    [Theory]
    [MemberData(nameof(Programs))]
    public async Task Nasty_texts_arrive_as_they_were_written(string program)
    {
        byte[][] calendars = [.. Nasty.Select(text => Example.Bytes(Example.Event("1", Example.Day(2009, 1, 1)) with { Summary = text, Description = text, Location = text, Status = EventStatus.Cancelled }))];
        foreach (byte[] calendar in calendars) Assert.Empty(CalendarLinter.Lint(calendar));

        var seen = await CalendarReaders.Read(program, [.. calendars.Select(calendar => new CalendarQuestion(calendar, new(2009, 1, 1), new(2009, 1, 1)))]);

        Assert.Equal(Nasty.Select(text => (text, text, text, "CANCELLED")), seen.Select(Assert.Single).Select(o => (o.Title, o.Description, o.Location, o.Status)));
    }

    /// <summary>Except in python-icalendar 4.0: <see cref="KnownFaults"/>.</summary>
    [Theory]
    [MemberData(nameof(Programs))]
    public async Task A_backslash_before_what_is_escaped_too_stays_a_backslash(string program)
    {
        const string title = @"C:\nimi \; \, \\";
        byte[] calendar = Example.Bytes(Example.Event("1", Example.Day(2009, 1, 1)) with { Summary = title });

        Assert.Equal(KnownFaults.Shown(program, title), Assert.Single(await CalendarReaders.Read(program, calendar, new(2009, 1, 1), new(2009, 1, 1))).Title);
    }
}
