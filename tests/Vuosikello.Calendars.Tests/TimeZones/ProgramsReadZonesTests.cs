using NodaTime;
using NodaTime.Text;
using Vuosikello.Calendars.TestKit;

namespace Vuosikello.Calendars.Tests.TimeZones;

/// <summary>ical.js goes by the VTIMEZONE that it is given, and by nothing else: it sees the right hours around every change of the clock.</summary>
public sealed class ProgramsReadZonesTests
{
    [Theory]
    [InlineData("Europe/Helsinki", 2024, 2030)]
    [InlineData("America/New_York", 2005, 2009)] // the rule moved in 2007
    [InlineData("Europe/Istanbul", 2012, 2018)] // summer time for good since 2016
    [InlineData("Africa/Casablanca", 2019, 2027)] // a pause in Ramadan
    [InlineData("Asia/Jerusalem", 2020, 2031)]
    [InlineData("Africa/Cairo", 2023, 2031)]
    [InlineData("Australia/Lord_Howe", 2020, 2026)]
    [InlineData("America/St_Johns", 2008, 2014)]
    public async Task A_program_that_goes_by_the_rules_sees_the_right_hours(string id, int firstYear, int lastYear)
    {
        var zone = DateTimeZoneProviders.Tzdb[id];
        var times = zone.GetZoneIntervals(Instant.FromUtc(firstYear, 1, 1, 0, 0), Instant.FromUtc(lastYear, 12, 1, 0, 0))
            .Where(stretch => stretch.HasStart && stretch.Start > Instant.FromUtc(firstYear, 1, 2, 0, 0))
            .SelectMany(stretch => new[] { stretch.Start - Duration.FromHours(5), stretch.Start + Duration.FromHours(5) })
            .Select((at, n) => (Uid: $"{n:0000}", Time: at.InZone(zone).LocalDateTime, At: at))
            .ToArray();

        var seen = await CalendarReaders.Read(
            "ical.js",
            Example.Bytes([.. times.Select(t => Example.Event(t.Uid, new EventTime.Zoned(t.Time, t.Time.PlusMinutes(30), zone)))]),
            new(firstYear, 1, 1),
            new(lastYear, 12, 31));

        Assert.Equal(times.Select(t => $"{t.Uid} {InstantPattern.General.Format(t.At)}"), seen.OrderBy(o => o.Uid, StringComparer.Ordinal).Select(o => $"{o.Uid} {o.Start}"));
    }
}
