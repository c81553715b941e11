using NodaTime;
using NodaTime.Text;
using Vuosikello.Calendars.Recurrence;
using Vuosikello.Calendars.TestKit;

namespace Vuosikello.Calendars.Tests.Recurrence;

/// <summary>Engines that nobody here wrote give the same occurrences for random rules, but for differences that are known by name.</summary>
public sealed class RuleRefereeTests
{
    private const string Unexplained = "unexplained";
    private const int Most = 12;
    private const int AtOnce = 1000;
    private static readonly LocalDateTimePattern Pattern = LocalDateTimePattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss");
    private static readonly int Rules = RefereeSample.IsLong ? 100_000 : AtOnce;

    public static TheoryData<string> Engines => [.. RuleReferees.Names];

    /// <summary>ical.js hangs on some rules that are not portable.</summary>
    public static TheoryData<string> EnginesThatEnd => [.. Engines.Select(row => row.Data).Where(name => name != "ical.js")];

    [Theory]
    [MemberData(nameof(EnginesThatEnd))]
    public Task An_engine_that_nobody_here_wrote_gives_the_same(string engine) => Compare(engine, Rules, RandomRules.Next, KnownDifferences.Name);

    /// <summary>What <see cref="RecurrenceRule.IsPortable"/> promises: no differences at all.</summary>
    [Theory]
    [MemberData(nameof(Engines))]
    public Task Of_a_portable_rule_every_engine_gives_the_same(string engine) => Compare(engine, Rules / 4, RandomRules.Portable, (_, _, _) => null);

    private static async Task Compare(
        string engine, int rules, Func<Random, (RecurrenceRule Rule, LocalDateTime Start)> next, Func<string, RuleCase, string[], string?> difference)
    {
        int seed = RefereeSample.Seed;
        var random = new Random(seed);
        var tally = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var unexplained = new List<string>();
        for (int done = 0; done < rules; done += AtOnce)
        {
            var cases = Cases(() => next(random)).Where(c => c.Most > 0).Take(Math.Min(AtOnce, rules)).ToArray();
            string[][] answers = await RuleReferees.Expand(engine, cases.Select(c => $"{Pattern.Format(c.Start)} {c.Rule} {c.Most}"));
            Assert.Equal(cases.Length, answers.Length);
            foreach (var (asked, answer) in cases.Zip(answers))
            {
                string[] ours = [.. asked.Ours.Select(Pattern.Format)];
                string verdict = Verdict(ours, answer) ?? difference(engine, asked, answer) ?? Unexplained;
                tally[verdict] = tally.GetValueOrDefault(verdict) + 1;
                if (verdict == Unexplained) unexplained.Add($"{Shape(asked.Rule)}: {Pattern.Format(asked.Start)} {asked.Rule}\n  ours   {string.Join(' ', ours)}\n  theirs {string.Join(' ', answer)}");
            }
        }
        TestContext.Current.TestOutputHelper?.WriteLine($"{engine}, {RefereeSample.Setting}={seed}: {string.Join(", ", tally.Select(t => $"{t.Value} {t.Key}"))}");
        Assert.True(unexplained.Count == 0, $"{RefereeSample.Setting}={seed}, {unexplained.Count} unexplained:\n{string.Join('\n', unexplained.Order(StringComparer.Ordinal).DistinctBy(line => line[..line.IndexOf(':', StringComparison.Ordinal)]).Take(40))}");
    }

    private static IEnumerable<RuleCase> Cases(Func<(RecurrenceRule Rule, LocalDateTime Start)> next)
    {
        while (true) yield return RuleCase.Of(next(), Most);
    }

    private static string Shape(RecurrenceRule rule) => string.Join(' ', rule.ToString().Split(';').Select((part, i) => i == 0 ? part : part.Split('=')[0]));

    private static string? Verdict(string[] ours, string[] theirs)
    {
        if (theirs is [.., "..."] && ours.Take(theirs.Length - 1).SequenceEqual(theirs[..^1])) return "same until its time was up";
        return ours.SequenceEqual(theirs) ? "same" : null;
    }
}
