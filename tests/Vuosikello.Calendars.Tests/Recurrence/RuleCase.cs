using NodaTime;
using Vuosikello.Calendars.Recurrence;

namespace Vuosikello.Calendars.Tests.Recurrence;

/// <summary>A question for another engine: a rule, its start, how many occurrences to ask for, and those that we give.</summary>
internal sealed record RuleCase(RecurrenceRule Rule, LocalDateTime Start, int Most, LocalDateTime[] Ours)
{
    /// <summary>
    /// Asks for what starts in the next years (of rules by the clock: days). Engines count through every second where we skip, and
    /// look for the next occurrence for minutes where there is none; of a rule that ends by then, one more is asked for than there are.
    /// </summary>
    public static RuleCase Of((RecurrenceRule Rule, LocalDateTime Start) ruled, int most)
    {
        var (rule, start) = (Plain(ruled.Rule), ruled.Start);
        var horizon = start.PlusDays(rule.Frequency switch
        {
            RuleFrequency.Secondly => 2,
            RuleFrequency.Minutely => 60,
            RuleFrequency.Hourly => 800,
            RuleFrequency.Daily => 3000,
            _ => 15_000,
        });
        var ours = rule.Occurrences(start).TakeWhile(t => t <= horizon).Take(most + 1).ToArray();
        bool ends = rule.End is not RuleEnd.Never && ours.Length <= most && rule.Occurrences(start).Take(ours.Length + 1).Count() == ours.Length;
        return new RuleCase(rule, start, ends && ours.Length > 0 ? ours.Length + 1 : Math.Min(ours.Length, most), ours.Length > most ? ours[..most] : ours);
    }

    /// <summary>
    /// Numbers in order, because libical gives times in the order in which they are listed; UNTIL as a time without a zone, as the start
    /// is: another kind is against RFC 5545, and engines read it in two ways.
    /// </summary>
    private static RecurrenceRule Plain(RecurrenceRule rule) => rule with
    {
        BySecond = rule.BySecond.Sort(),
        ByMinute = rule.ByMinute.Sort(),
        ByHour = rule.ByHour.Sort(),
        ByMonth = rule.ByMonth.Sort(),
        End = rule.End switch
        {
            RuleEnd.LastDay until => new RuleEnd.LastTime(until.Date + new LocalTime(23, 59, 59)),
            RuleEnd.LastMoment until => new RuleEnd.LastTime(until.At.InUtc().LocalDateTime),
            _ => rule.End,
        },
    };
}
