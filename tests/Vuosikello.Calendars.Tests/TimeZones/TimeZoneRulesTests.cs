using System.Buffers;
using System.Text;
using NodaTime;
using Vuosikello.Calendars.Recurrence;
using Vuosikello.Calendars.TestKit.Linting;
using Vuosikello.Calendars.TimeZones;

namespace Vuosikello.Calendars.Tests.TimeZones;

public sealed class TimeZoneRulesTests
{
    [Fact]
    public void Helsinki_is_two_yearly_rules_without_an_end()
    {
        var output = new ArrayBufferWriter<byte>();
        CalendarWriter.WriteStart(Example.Header, [TimeZoneRules.Of(Example.Helsinki, new(2009, 1, 1), new(2009, 12, 31))], output);

        Assert.EndsWith(
            """
            BEGIN:VTIMEZONE
            TZID:Europe/Helsinki
            X-LIC-LOCATION:Europe/Helsinki
            BEGIN:STANDARD
            DTSTART:20081026T040000
            RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
            TZNAME:EET
            TZOFFSETFROM:+0300
            TZOFFSETTO:+0200
            END:STANDARD
            BEGIN:DAYLIGHT
            DTSTART:20090329T030000
            RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
            TZNAME:EEST
            TZOFFSETFROM:+0200
            TZOFFSETTO:+0300
            END:DAYLIGHT
            END:VTIMEZONE

            """.ReplaceLineEndings("\r\n"),
            Encoding.UTF8.GetString(output.WrittenSpan), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Europe/Helsinki", 1980, 2030)]
    [InlineData("America/New_York", 2004, 2010)] // the rule moved in 2007
    [InlineData("Europe/Istanbul", 2012, 2019)] // summer time for good since 2016
    [InlineData("America/Sao_Paulo", 2015, 2022)] // summer time was given up
    [InlineData("Africa/Casablanca", 2017, 2026)] // a pause in Ramadan
    [InlineData("Europe/Dublin", 2015, 2027)]
    [InlineData("Australia/Lord_Howe", 2005, 2026)] // half an hour
    [InlineData("Asia/Pyongyang", 2014, 2019)]
    [InlineData("Pacific/Apia", 2009, 2023)] // a day was left out
    [InlineData("Asia/Kolkata", 2020, 2021)]
    [InlineData("Asia/Gaza", 2010, 2024)]
    [InlineData("America/Godthab", 2020, 2026)]
    public void The_rules_give_the_offsets_of_the_zone_at_every_hour(string id, int firstYear, int lastYear)
    {
        var zone = DateTimeZoneProviders.Tzdb[id];
        var rules = TimeZoneRules.Of(zone, new(firstYear, 1, 1), new(lastYear, 12, 31));

        var onsets = rules.Observances.SelectMany(o => Onsets(o, lastYear + 1)).OrderBy(o => o.At).ToArray();
        var end = new LocalDate(lastYear, 12, 31).AtStartOfDayInZone(zone).ToInstant();
        int next = 0;
        for (var at = new LocalDate(firstYear, 1, 1).AtStartOfDayInZone(zone).ToInstant(); at < end; at += Duration.FromMinutes(30))
        {
            while (next + 1 < onsets.Length && onsets[next + 1].At <= at) next++;
            Assert.True(zone.GetUtcOffset(at) == onsets[next].To, $"{id} at {at}: {onsets[next].To} instead of {zone.GetUtcOffset(at)}");
        }
    }

    /// <summary>An event that recurs without an end needs its zone's rules long after its first day.</summary>
    [Theory]
    [InlineData("Europe/Helsinki")]
    [InlineData("America/New_York")]
    [InlineData("Asia/Jerusalem")] // the Friday before the last Sunday
    [InlineData("Africa/Cairo")] // the night after the last Thursday, which can be 1 November
    [InlineData("Asia/Beirut")]
    [InlineData("America/Nuuk")] // the day before the last Sunday
    [InlineData("America/Santiago")]
    [InlineData("Pacific/Auckland")]
    [InlineData("Pacific/Easter")]
    [InlineData("Australia/Lord_Howe")]
    [InlineData("Antarctica/Troll")] // two hours
    public void What_goes_on_without_an_end_is_right_for_decades(string id)
    {
        var zone = DateTimeZoneProviders.Tzdb[id];

        CheckAtChanges(zone, TimeZoneRules.Of(zone, new(2026, 1, 1), new(2026, 12, 31)), 2026, 2063);
    }

    [Fact]
    public void The_rules_of_every_zone_are_right_whatever_the_years()
    {
        var random = new Random(Seed);
        foreach (string id in DateTimeZoneProviders.Tzdb.Ids.Where(_ => random.Next(Long ? 1 : 10) == 0))
        {
            var zone = DateTimeZoneProviders.Tzdb[id];
            if (zone == DateTimeZone.Utc) continue;
            for (int times = Long ? 30 : 3; times > 0; times--)
            {
                int first = random.Next(1880, 2060);
                int last = first + random.Next(40);
                CheckAtChanges(zone, TimeZoneRules.Of(zone, new(first, 1, 1), new(last, 12, 31)), first, last);
            }
        }
    }

    [Theory]
    [InlineData("America/New_York")]
    [InlineData("Africa/Casablanca")]
    [InlineData("Asia/Kolkata")]
    [InlineData("America/St_Johns")]
    public void Any_zone_is_written_cleanly(string id)
    {
        var zone = DateTimeZoneProviders.Tzdb[id];
        var e = Example.Event("1", new EventTime.Zoned(new(2006, 5, 1, 12, 0), new(2012, 5, 1, 13, 0), zone));

        Assert.Empty(CalendarLinter.Lint(Example.Bytes(e)));
    }

    private static bool Long => Environment.GetEnvironmentVariable("VUOSIKELLO_LONG") == "1";

    private static int Seed { get; } = int.TryParse(Environment.GetEnvironmentVariable("VUOSIKELLO_SEED"), out int wanted) ? wanted : Environment.TickCount & int.MaxValue;

    /// <summary>A second before and at every change that the zone has or the rules have, from the first year's start to the last one's end.</summary>
    private static void CheckAtChanges(DateTimeZone zone, TimeZoneRules rules, int firstYear, int lastYear)
    {
        var onsets = rules.Observances.SelectMany(o => Onsets(o, lastYear + 1)).OrderBy(o => o.At).ToArray();
        var start = new LocalDate(firstYear, 1, 1).AtStartOfDayInZone(zone).ToInstant();
        var end = new LocalDate(lastYear, 12, 31).AtStartOfDayInZone(zone).ToInstant();
        var moments = zone.GetZoneIntervals(start, end).Where(i => i.HasStart).Select(i => i.Start).Concat(onsets.Select(o => o.At));
        foreach (var at in moments.SelectMany(m => new[] { m - Duration.FromSeconds(1), m }).Append(start).Where(m => m >= start && m < end))
        {
            var told = onsets.Last(o => o.At <= at).To;
            Assert.True(zone.GetUtcOffset(at) == told, $"{zone.Id} at {at} by the rules of {firstYear} to {lastYear}: {told} instead of {zone.GetUtcOffset(at)}; VUOSIKELLO_SEED={Seed}");
        }
    }

    /// <summary>The onsets as RFC 5545 section 3.6.5 says to read them: local times by the offset before.</summary>
    private static IEnumerable<(Instant At, Offset To)> Onsets(Observance observance, int lastYear)
    {
        if (observance.Rule is null) return [(observance.Onset.WithOffset(observance.OffsetFrom).ToInstant(), observance.OffsetTo)];
        var last = (observance.Rule.End as RuleEnd.LastMoment)?.At ?? Instant.MaxValue;
        return (observance.Rule with { End = RuleEnd.Never.Instance }).Occurrences(observance.Onset)
            .TakeWhile(onset => onset.Year <= lastYear)
            .Select(onset => onset.WithOffset(observance.OffsetFrom).ToInstant())
            .TakeWhile(at => at <= last)
            .Select(at => (at, observance.OffsetTo));
    }
}
