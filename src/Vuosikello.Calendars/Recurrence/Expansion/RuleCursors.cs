using NodaTime;

namespace Vuosikello.Calendars.Recurrence.Expansion;

/// <summary>Chooses the cursor for a rule that has no fault.</summary>
internal static class RuleCursors
{
    private static readonly ClockSet Midnight = new(1, 1, 1);

    public static RuleCursor Of(RecurrenceRule rule, LocalDate start)
    {
        int day = LocalSeconds.DayOf(start);
        return ByDays(rule, day, RuleSpan.Of(rule, day * (long)LocalSeconds.PerDay), Midnight);
    }

    public static RuleCursor Of(RecurrenceRule rule, LocalDateTime start)
    {
        long first = LocalSeconds.Of(start);
        return Of(rule, RuleSpan.Of(rule, first));
    }

    /// <summary>A rule of times, over a span that was worked out before.</summary>
    public static RuleCursor Of(RecurrenceRule rule, in RuleSpan span)
    {
        if (rule.Frequency < RuleFrequency.Daily) return new ClockCursor(rule, span);
        int day = (int)LocalSeconds.FloorDivide(span.First, LocalSeconds.PerDay);
        int second = (int)(span.First - (day * (long)LocalSeconds.PerDay));
        return ByDays(rule, day, span, ClockSet.Expansion(rule, second));
    }

    private static RuleCursor ByDays(RecurrenceRule rule, int day, in RuleSpan span, ClockSet clock)
    {
        var filter = new DayFilter(rule, LocalSeconds.ToDate(day * (long)LocalSeconds.PerDay));
        return rule.Frequency switch
        {
            RuleFrequency.Daily => new DailyCursor(rule, span, clock, day, filter),
            RuleFrequency.Weekly => new WeeklyCursor(rule, span, clock, day, filter),
            RuleFrequency.Monthly => new MonthlyCursor(rule, span, clock, day, filter),
            _ => new YearlyCursor(rule, span, clock, day, filter),
        };
    }
}
