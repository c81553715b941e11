using System.Buffers;
using System.Globalization;
using System.Text;
using NodaTime;
using NodaTime.Text;
using Vuosikello.Calendars.Recurrence;
using Vuosikello.Calendars.TestKit;
using Vuosikello.Calendars.TimeZones;

namespace Vuosikello.Calendars.Tests.Recurrence;

/// <summary>Programs that nobody here wrote see the same occurrences of random sets: rules with added, left out and overridden ones, across changes of the clock.</summary>
public sealed class SetRefereeTests
{
    private static readonly int Sets = RefereeSample.IsLong ? 2000 : 100;
    private static readonly LocalDateTimePattern Local = LocalDateTimePattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss");

    public static TheoryData<string> Programs => [.. CalendarReaders.Names];

    [Theory]
    [MemberData(nameof(Programs))]
    public Task A_set_is_seen_as_it_is_expanded(string program) => Compare(program, ranges: false);

    /// <summary>Not asked of recurring-ical-events 2.0, which does not know ranges.</summary>
    [Fact]
    public Task This_and_future_are_seen_as_they_are_expanded() => Compare("ical.js", ranges: true);

    private static async Task Compare(string program, bool ranges)
    {
        int seed = RefereeSample.Seed;
        var random = new Random(seed);
        var sets = Enumerable.Range(0, Sets).ToDictionary(n => string.Create(CultureInfo.InvariantCulture, $"set-{n}"), _ => Next(random, ranges));

        var seen = await CalendarReaders.Read(program, Calendar(sets), new(2025, 1, 1), new(2028, 12, 31));

        var byUid = seen.ToLookup(o => o.Title, o => $"{o.Start}/{o.End}");
        foreach (var (uid, set) in sets)
        {
            var expected = set.Occurrences().Select(o => $"{Utc(o.Start)}/{Utc(o.End)}").Order(StringComparer.Ordinal).ToArray();
            string[] theirs = [.. byUid[uid].Order(StringComparer.Ordinal)];
            Assert.True(expected.SequenceEqual(theirs), $"{RefereeSample.Setting}={seed}\n{Lines(uid, set)}\nours   {string.Join(' ', expected)}\ntheirs {string.Join(' ', theirs)}");
        }
    }

    private static RecurrenceSet Next(Random random, bool ranges)
    {
        var start = Time(new LocalDate(2026, 1, 1).PlusDays(random.Next(365)), random);
        string rule = random.Next(4) switch
        {
            0 => "FREQ=DAILY;INTERVAL=3",
            1 => "FREQ=WEEKLY",
            2 => "FREQ=WEEKLY;INTERVAL=2",
            _ => $"FREQ=MONTHLY;BYDAY={(start.Local.Day - 1) / 7 % 4 + 1}{start.Local.DayOfWeek.ToString()[..2].ToUpperInvariant()}",
        };
        if (start.Local.Day > 28 && rule.StartsWith("FREQ=MONTHLY", StringComparison.Ordinal)) rule = "FREQ=WEEKLY";
        var set = new RecurrenceSet { Start = start, Length = OccurrenceLength.Exactly(Duration.FromMinutes(90)), Rules = [RecurrenceRule.Parse($"{rule};COUNT={3 + random.Next(10)}")] };
        var times = set.Occurrences().Select(o => o.Start).ToArray();
        var shuffled = times.Skip(1).OrderBy(_ => random.Next()).ToArray();
        int left = random.Next(shuffled.Length);
        return set with
        {
            Additions = [.. Enumerable.Range(0, random.Next(3)).Select(_ => new AddedOccurrence(Time(new LocalDate(2026, 6, 1).PlusDays(random.Next(300)), random)))],
            Exceptions = [.. shuffled[..left].Take(2)],
            Overrides = [.. shuffled[left..].Take(random.Next(3)).Select(id => new OccurrenceOverride(id, Time(id.Local.Date.PlusDays(random.Next(-5, 6)), random), OccurrenceLength.Exactly(Duration.FromMinutes(30 * (1 + random.Next(5))))))],
        };
    }

    private static CalendarTime Time(LocalDate date, Random random) => CalendarTime.InZone(date + new LocalTime(6 + random.Next(15), 15 * random.Next(4)), Example.Helsinki);

    private static byte[] Calendar(Dictionary<string, RecurrenceSet> sets)
    {
        var output = new ArrayBufferWriter<byte>();
        CalendarWriter.WriteStart(Example.Header, [TimeZoneRules.Of(Example.Helsinki, new(2025, 1, 1), new(2028, 12, 31))], output);
        foreach (var (uid, set) in sets) output.Write(Encoding.UTF8.GetBytes(Lines(uid, set)));
        CalendarWriter.WriteEnd(output);
        return output.WrittenSpan.ToArray();
    }

    private static string Lines(string uid, RecurrenceSet set)
    {
        var lines = new StringBuilder();
        lines.Append(Event(uid, set.Start, set.Length.Time, ["RRULE:" + set.Rules[0], .. set.Additions.Select(a => "RDATE" + Value(a.Start)), .. set.Exceptions.Select(e => "EXDATE" + Value(e))]));
        foreach (var each in set.Overrides) lines.Append(Event(uid, each.Start, each.Length.Time, (each.AndFuture ? "RECURRENCE-ID;RANGE=THISANDFUTURE" : "RECURRENCE-ID") + Value(each.Id)));
        return lines.ToString();
    }

    private static string Event(string uid, CalendarTime start, Duration length, params string[] more) =>
        string.Join("\r\n", ["BEGIN:VEVENT", "UID:" + uid, "SUMMARY:" + uid, "DTSTAMP:20260101T000000Z", "DTSTART" + Value(start), "DTEND" + Value(CalendarTime.InZone((start.ToInstant(Example.Helsinki) + length).InZone(Example.Helsinki).LocalDateTime, Example.Helsinki)), .. more, "END:VEVENT", ""]);

    private static string Value(CalendarTime time) => ";TZID=Europe/Helsinki:" + Local.Format(time.Local);

    private static string Utc(CalendarTime time) => InstantPattern.General.Format(time.ToInstant(Example.Helsinki));
}
