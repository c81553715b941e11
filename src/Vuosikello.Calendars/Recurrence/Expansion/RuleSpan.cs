namespace Vuosikello.Calendars.Recurrence.Expansion;

/// <summary>From where to where a rule is expanded, in <see cref="LocalSeconds"/>.</summary>
/// <param name="Count">How many at most; negative for no limit.</param>
internal readonly record struct RuleSpan(long First, long Last, long Count)
{
    private const long NoLimit = -1;

    /// <summary>As the rule says, on a clock without a zone: UNTIL in UTC is read as a time on that clock.</summary>
    public static RuleSpan Of(RecurrenceRule rule, long start) => rule.End switch
    {
        RuleEnd.LastMoment until => new(start, Bounded(until.At.ToUnixTimeSeconds()), NoLimit),
        RuleEnd.Count count => new(start, LocalSeconds.Horizon, count.Occurrences),
        _ => OfLocalEnd(rule, start),
    };

    /// <summary>Without COUNT and UNTIL in UTC, which are counted in moments by whoever knows the zone.</summary>
    public static RuleSpan OfLocalEnd(RecurrenceRule rule, long start) => rule.End switch
    {
        RuleEnd.LastDay until => new(start, Bounded(((LocalSeconds.DayOf(until.Date) + 1L) * LocalSeconds.PerDay) - 1), NoLimit),
        RuleEnd.LastTime until => new(start, Bounded(LocalSeconds.Of(until.Time)), NoLimit),
        _ => new(start, LocalSeconds.Horizon, NoLimit),
    };

    private static long Bounded(long last) => Math.Min(last, LocalSeconds.Horizon);
}
