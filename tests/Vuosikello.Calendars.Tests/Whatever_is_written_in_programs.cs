using NodaTime;
using NodaTime.Text;
using Vuosikello.Calendars.Recurrence;
using Vuosikello.Calendars.TestKit;
using Vuosikello.Calendars.TestKit.Linting;
using Vuosikello.Calendars.Tests.Recurrence;

namespace Vuosikello.Calendars.Tests;

/// <summary>Random events by rules that are portable, with exceptions and overrides, are shown by programs as a plain second reading of RFC 5545 has them.</summary>
public sealed class Whatever_is_written_in_programs
{
    private static readonly int Calendars = RefereeSample.IsLong ? 50 : 1;
    private const int PerCalendar = 100;
    private static readonly LocalDate First = new(2025, 12, 1);
    private static readonly LocalDate Last = new(2029, 1, 31);
    private static readonly DateTimeZone[] Zones = [.. new[] { "Europe/Helsinki", "America/New_York", "Asia/Kolkata" }.Select(id => DateTimeZoneProviders.Tzdb[id])];

    public static TheoryData<string> Programs => [.. CalendarReaders.Names];

    [Theory]
    [MemberData(nameof(Programs))]
    public async Task Portable_rules_exceptions_and_overrides_are_shown_as_they_are_meant(string program)
    {
        int seed = RefereeSample.Seed;
        TestContext.Current.TestOutputHelper?.WriteLine($"{RefereeSample.Setting}={seed}");
        var random = new Random(seed);
        var calendars = Enumerable.Range(0, Calendars).Select(_ => Enumerable.Range(0, PerCalendar).Select(n => Next(random, $"e{n}")).ToArray()).ToArray();
        byte[][] written = [.. calendars.Select(events => Example.Bytes(events))];
        foreach (byte[] calendar in written) Assert.Empty(CalendarLinter.Lint(calendar));

        var seen = await CalendarReaders.Read(program, [.. written.Select(calendar => new CalendarQuestion(calendar, First, Last))]);

        foreach (var (events, shown) in calendars.Zip(seen))
        {
            var byUid = shown.ToLookup(o => o.Title.Split(' ')[0], o => $"{o.Start}/{o.End} {o.Status} {o.Title}");
            foreach (var e in events)
            {
                string[] ours = [.. Expected(e).Order(StringComparer.Ordinal)], theirs = [.. byUid[e.Uid].Where(IsInside).Order(StringComparer.Ordinal)];
                Assert.True(ours.SequenceEqual(theirs), $"{RefereeSample.Setting}={seed}\n{string.Join('\n', Example.Lines(e))}\nours   {string.Join(' ', ours)}\ntheirs {string.Join(' ', theirs)}");
            }
        }
    }

    private static CalendarEvent Next(Random random, string uid)
    {
        while (true)
        {
            var (any, start) = RandomRules.Portable(random);
            var first = new LocalDate(2026, 1, 1).PlusDays(random.Next(400)) + new LocalTime(6 + random.Next(15), random.Next(60));
            var rule = any with { End = End(random, first.Date) };
            first = rule.Occurrences(first).FirstOrDefault();
            if (first == default || first.Year > 2027 || !rule.IsPortable(first.Date)) continue;
            var e = Example.Event(uid, Time(random, first)) with { Rule = rule, Status = (EventStatus)random.Next(3) };
            var dates = rule.Occurrences(first.Date).Take(12).ToArray();
            var shuffled = dates.OrderBy(_ => random.Next()).ToArray();
            return e with
            {
                Exceptions = [.. shuffled.Take(Math.Min(random.Next(3), dates.Length - 1))],
                Overrides = [.. shuffled.Reverse().Take(Math.Min(random.Next(3), dates.Length / 2)).Select(date => new EventOverride(date, Other(random, e, date)))],
            };
        }
    }

    private static CalendarEvent Other(Random random, CalendarEvent e, LocalDate date)
    {
        var moved = date.PlusDays(random.Next(-2, 3)) + new LocalTime(6 + random.Next(15), random.Next(60));
        return e with { Rule = null, Exceptions = [], Summary = $"{e.Uid} moved", Status = (EventStatus)random.Next(3), Time = e.Time is EventTime.AllDay ? new EventTime.AllDay(moved.Date, moved.Date) : Time(random, moved, e.Time) };
    }

    private static RuleEnd End(Random random, LocalDate first) => random.Next(3) switch
    {
        0 => new RuleEnd.Count(1 + random.Next(30)),
        1 => new RuleEnd.LastDay(first.PlusDays(random.Next(700))),
        _ => RuleEnd.Never.Instance,
    };

    private static EventTime Time(Random random, LocalDateTime start, EventTime? like = null)
    {
        if (like is EventTime.AllDay || (like is null && random.Next(3) == 0)) return new EventTime.AllDay(start.Date, start.Date.PlusDays(random.Next(3)));
        return new EventTime.Zoned(start, start.PlusMinutes(30 + random.Next(120)), like is EventTime.Zoned zoned ? zoned.Zone : Zones[random.Next(Zones.Length)]);
    }

    private static IEnumerable<string> Expected(CalendarEvent e)
    {
        var first = e.Time is EventTime.Zoned zoned ? zoned.Start : e.Time.StartDate.AtMidnight();
        var overridden = e.Overrides.ToDictionary(o => o.Occurrence, o => o.Event);
        foreach (var at in new NaiveRule(e.Rule!, first).Until(Last.AtMidnight()))
        {
            if (e.Exceptions.Contains(at.Date)) continue;
            var shown = overridden.GetValueOrDefault(at.Date, e);
            string line = $"{Span(shown == e ? Moved(e.Time, at) : shown.Time)} {shown.Status.ToString()!.ToUpperInvariant()} {shown.Summary}";
            if (IsInside(line)) yield return line;
        }
    }

    private static EventTime Moved(EventTime time, LocalDateTime to) => time switch
    {
        EventTime.AllDay t => new EventTime.AllDay(to.Date, to.Date.PlusDays(Period.DaysBetween(t.First, t.Last))),
        EventTime.Zoned t => new EventTime.Zoned(to, to + Period.Between(t.Start, t.End, PeriodUnits.Minutes), t.Zone),
        _ => throw new ArgumentOutOfRangeException(nameof(time)),
    };

    private static string Span(EventTime time) => time switch
    {
        EventTime.AllDay t => $"{LocalDatePattern.Iso.Format(t.First)}/{LocalDatePattern.Iso.Format(t.Last.PlusDays(1))}",
        EventTime.Zoned t => $"{InstantPattern.General.Format(t.Start.InZoneStrictly(t.Zone).ToInstant())}/{InstantPattern.General.Format(t.End.InZoneStrictly(t.Zone).ToInstant())}",
        _ => throw new ArgumentOutOfRangeException(nameof(time)),
    };

    /// <summary>Well inside the days that were asked for: what touches their edges programs show or not.</summary>
    private static bool IsInside(string line) => string.CompareOrdinal(line[..10], "2029-01-01") < 0;
}
