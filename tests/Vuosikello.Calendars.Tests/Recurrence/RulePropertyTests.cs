using System.Text;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Vuosikello.Calendars.Recurrence;

namespace Vuosikello.Calendars.Tests.Recurrence;

/// <summary>What holds for every rule. A failing run prints what to replay it with.</summary>
public sealed class RulePropertyTests
{
    private static readonly Arbitrary<(RecurrenceRule Rule, LocalDateTime Start)> Rules =
        Gen.Choose(0, int.MaxValue).Select(seed => RandomRules.Next(new Random(seed))).ToArbitrary();

    private static readonly Config Configuration = Config.QuickThrowOnFailure.WithMaxTest(Environment.GetEnvironmentVariable("VUOSIKELLO_LONG") == "1" ? 20_000 : 400);

    [Fact]
    public void A_rule_gives_what_asking_each_day_and_each_time_gives() =>
        Prop.ForAll(Rules, ruled =>
        {
            var (rule, start) = ruled;
            var end = start.PlusDays(rule.Frequency switch
            {
                RuleFrequency.Secondly => 0,
                RuleFrequency.Minutely => 3,
                RuleFrequency.Hourly => 90,
                RuleFrequency.Daily => 800,
                _ => 4000,
            }).PlusHours(2);

            var expected = new NaiveRule(rule, start).Until(end);

            Assert.True(expected.SequenceEqual(rule.Occurrences(start).TakeWhile(t => t <= end)), $"{rule} from {start:uuuu-MM-dd'T'HH:mm:ss}");
        }).Check(Configuration);

    [Fact]
    public void Occurrences_come_in_order_each_once_and_not_before_the_start() =>
        Prop.ForAll(Rules, ruled =>
        {
            var before = ruled.Start.PlusSeconds(-1);
            foreach (var time in ruled.Rule.Occurrences(ruled.Start).Take(30))
            {
                Assert.True(time > before, $"{ruled.Rule} from {ruled.Start:uuuu-MM-dd'T'HH:mm:ss}: {time} after {before}");
                before = time;
            }
        }).Check(Configuration);

    [Fact]
    public void On_a_clock_that_never_changes_the_moments_are_the_times() =>
        Prop.ForAll(Rules, ruled =>
            Assert.Equal(ruled.Rule.Occurrences(ruled.Start).Take(20).Select(t => t.InUtc().ToInstant()), ruled.Rule.Occurrences(ruled.Start, DateTimeZone.Utc).Take(20)))
            .Check(Configuration);

    [Fact]
    public void On_the_clock_of_a_zone_moments_come_in_order_and_are_those_of_the_times() =>
        Prop.ForAll(Rules, ruled =>
        {
            var endless = ruled.Rule with { End = RuleEnd.Never.Instance };
            var rule = ruled.Rule.End is RuleEnd.LastMoment ? ruled.Rule : endless;
            var last = endless.Occurrences(ruled.Start).Take(300).LastOrDefault(ruled.Start);
            var end = last.InZoneLeniently(Example.Helsinki).ToInstant();
            if (rule.End is RuleEnd.LastMoment until) end = Instant.Min(end, until.At);

            // What a gap moves comes after times that are written an hour later.
            var expected = endless.Occurrences(ruled.Start).TakeWhile(t => t <= last.PlusHours(2)).Select(t => t.InZoneLeniently(Example.Helsinki).ToInstant()).Where(at => at <= end).Distinct().Order();

            Assert.Equal(expected, rule.Occurrences(ruled.Start, Example.Helsinki).TakeWhile(at => at <= end));
        }).Check(Configuration);

    [Fact]
    public void A_rule_written_and_read_is_the_same() =>
        Prop.ForAll(Rules, ruled =>
        {
            Assert.True(RuleText.TryParse(Encoding.UTF8.GetBytes(ruled.Rule.ToString()), out var read, out string? fault), fault);
            Assert.Equal(ruled.Rule, read);
            Assert.Equal(ruled.Rule, RecurrenceRule.Parse(ruled.Rule.ToString().ToLowerInvariant()));
        }).Check(Configuration);
}
