using NodaTime;
using Vuosikello.Calendars.Recurrence;
using Vuosikello.Domain.Activities;

namespace Vuosikello.Projections.Feeds.Items;

/// <summary>From the domain's recurrence to an RRULE.</summary>
internal static class Rules
{
    public static RecurrenceRule Of(Recurrence recurrence, LocalDate start)
    {
        var rule = new RecurrenceRule
        {
            Frequency = recurrence.Frequency switch
            {
                Frequency.Daily => RuleFrequency.Daily,
                Frequency.Weekly => RuleFrequency.Weekly,
                Frequency.Monthly => RuleFrequency.Monthly,
                _ => throw new ArgumentOutOfRangeException(nameof(recurrence)),
            },
            Interval = recurrence.Interval,
            End = new RuleEnd.LastDay(recurrence.Until),
        };
        return recurrence switch
        {
            { Frequency: Frequency.Weekly, Weekdays.Count: > 0 } =>
                rule with { ByDay = [.. recurrence.Weekdays.Distinct().Order().Select(d => new RuleWeekday(d))] },
            { Frequency: Frequency.Weekly } => rule with { ByDay = [new RuleWeekday(start.DayOfWeek)] },
            { Frequency: Frequency.Monthly, MonthWeek: { } week, MonthWeekday: { } weekday } => rule with { ByDay = [new RuleWeekday(weekday, week)] },
            { Frequency: Frequency.Monthly } => rule with { ByMonthDay = [recurrence.MonthDay ?? start.Day] },
            _ => rule,
        };
    }
}
